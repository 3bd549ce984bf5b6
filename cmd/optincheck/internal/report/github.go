package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// A GitHub prints workflow commands, which GitHub shows as annotations at the
// lines that they name, and a summary of the job in Markdown.
type GitHub struct {
	w, summary io.Writer
	opts       Options
	start      Start
	behaviours []egress.Behaviour
	byID       map[string]egress.Behaviour
	findings   []Finding
	err        error
}

// NewGitHub returns a handler that writes commands to w and the summary to
// summary, which may be nil.
func NewGitHub(w, summary io.Writer, opts Options) *GitHub {
	return &GitHub{w: w, summary: summary, opts: opts, byID: map[string]egress.Behaviour{}}
}

// Start implements Handler.
func (g *GitHub) Start(s Start) error {
	g.start = s
	return nil
}

// Behaviour implements Handler.
func (g *GitHub) Behaviour(b egress.Behaviour) error {
	g.behaviours = append(g.behaviours, b)
	g.byID[b.ID] = b
	return nil
}

// Finding implements Handler.
func (g *GitHub) Finding(f Finding) error {
	g.findings = append(g.findings, f)
	at, file, ok := g.opts.shown(f, g.byID[f.Behaviour])
	message := Clean(f.sentence())
	if !ok || at != f.Place() {
		message += " [" + place(f.Place()) + "]"
	}
	level := string(f.Severity)
	if f.Severity == Info {
		level = "notice"
	}
	g.command(level, f.Rule, file, ok, at, message)
	return g.err
}

// End implements Handler; it writes the summary.
func (g *GitHub) End(e End) error {
	for _, n := range e.NotAnalysed {
		g.command("error", "optincheck is incomplete", "", false, egress.Place{}, Clean("not analysed: "+n.Package+": "+n.Reason))
	}
	if g.summary == nil || g.err != nil {
		return g.err
	}
	_, g.err = io.WriteString(g.summary, g.markdown(e))
	return g.err
}

// command writes one annotation.
func (g *GitHub) command(level, title, file string, inside bool, at egress.Place, message string) {
	properties := "title=" + property(title)
	if inside {
		where := fmt.Sprintf("file=%s,line=%d,", property(file), max(at.Line, 1))
		if at.Column > 0 {
			where += fmt.Sprintf("col=%d,", at.Column)
		}
		properties = where + properties
	}
	if g.err == nil {
		_, g.err = fmt.Fprintf(g.w, "::%s %s::%s\n", level, properties, data(message))
	}
}

// data escapes the text of a workflow command.
func data(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// property escapes the value of a property of a workflow command.
func property(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(data(s))
}
