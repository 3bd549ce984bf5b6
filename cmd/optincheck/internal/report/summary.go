package report

import (
	"fmt"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// mostRows bounds the table of a summary: GitHub drops one over a mebibyte.
const mostRows = 200

// markdown is the summary of a job: who is told what before anybody said yes.
func (g *GitHub) markdown(e End) string {
	var b strings.Builder
	fmt.Fprintf(&b, "### optincheck: %s\n\n", g.headline(e))
	fmt.Fprintf(&b, "Policy: %s.\n\n", g.policy())
	g.table(&b)
	if n := len(e.NotAnalysed); n > 0 {
		fmt.Fprintf(&b, "**Incomplete**, not analysed:\n\n")
		for _, n := range e.NotAnalysed {
			fmt.Fprintf(&b, "- %s\n", escaped(n.Package+": "+n.Reason))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func (g *GitHub) headline(e End) string {
	text := count(len(g.findings), "finding") + ", " + count(len(g.behaviours), "behaviour")
	if e.Known > 0 {
		text += fmt.Sprintf(", %d known", e.Known)
	}
	if !e.Complete() {
		text += ", incomplete"
	}
	return text
}

func (g *GitHub) policy() string {
	switch p := g.start.Policy; p.Origin {
	case policy.Given:
		return escaped(p.File) + ", as given"
	case policy.Found:
		return escaped(p.File) + ", found in the audited tree: its author's claim"
	}
	return "built-in: opt-in only, nothing declared"
}

func (g *GitHub) table(b *strings.Builder) {
	if len(g.findings) == 0 {
		return
	}
	b.WriteString("| | finding | where | what it says to whom | decided by |\n| --- | --- | --- | --- | --- |\n")
	for i, f := range g.findings {
		if i == mostRows {
			fmt.Fprintf(b, "| | %d more | | | |\n", len(g.findings)-mostRows)
			break
		}
		what, by := f.sentence(), ""
		if behaviour, ok := g.byID[f.Behaviour]; ok {
			what, by = told(behaviour), deciders(behaviour)
		}
		fmt.Fprintf(b, "| %s | [%s](%s) | %s | %s | %s |\n", f.Severity, f.Rule, g.opts.URL(f.Rule),
			escaped(place(egress.Place{File: f.File, Line: f.Line})), escaped(what), escaped(by))
	}
	b.WriteString("\n")
}

// told says in a few words what a behaviour is.
func told(b egress.Behaviour) string {
	hosts := strings.Join(b.Hosts, ", ")
	if hosts == "" {
		hosts = "a host that is not known"
	}
	return fmt.Sprintf("%s to %s (%s)", b.Purpose, hosts, b.Verdict)
}

// deciders names the switches.
func deciders(b egress.Behaviour) string {
	var keys []string
	for _, s := range b.Switches {
		if !s.Decoy {
			keys = append(keys, fmt.Sprintf("%s %s=%s %s it", s.Kind, s.Key, s.Value, s.Effect))
		}
	}
	return strings.Join(keys, "; ")
}

// escaped makes text from the audited code plain text in a cell of a table:
// no markup, no mention of anybody.
func escaped(text string) string {
	var b strings.Builder
	for _, r := range Clean(text) {
		if strings.ContainsRune("\\`*_{}[]()<>#+!|&@~$^=:", r) {
			fmt.Fprintf(&b, "&#%d;", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
