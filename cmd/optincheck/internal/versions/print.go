package versions

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
)

// Protocol is the name and version of the machine-readable form.
const Protocol = "optincheck-diff/1"

// A Document is the machine-readable form: one object on one line, lists are
// never null, behaviours are those of protocol optincheck/1.
type Document struct {
	Protocol string       `json:"protocol"` // [Protocol]
	Old      report.Start `json:"old"`
	New      report.Start `json:"new"`
	Complete bool         `json:"complete"` // both sides
	Worse    bool         `json:"worse"`
	Changes  []Change     `json:"changes"`
}

// JSON writes the changes as a [Document].
func JSON(w io.Writer, old, new report.Document, changes []Change) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(Document{
		Protocol, old.Start, new.Start, old.Complete && new.Complete, Worse(changes), append([]Change{}, changes...),
	})
}

// Text writes the changes for people, the worst first.
func Text(w io.Writer, old, new report.Document, changes []Change) error {
	var b strings.Builder
	worse := 0
	for _, c := range changes {
		mark := "  "
		if c.Worse {
			mark = "! "
			worse++
		}
		at := c.behaviour().Site
		fmt.Fprintf(&b, "%s%-16s %s:%d %s: %s\n", mark, c.Kind, report.Clean(at.File), at.Line, report.Clean(at.Func), report.Clean(c.sentence()))
	}
	for _, side := range []struct {
		name string
		doc  report.Document
	}{{"old", old}, {"new", new}} {
		for _, n := range side.doc.NotAnalysed {
			fmt.Fprintf(&b, "not analysed, %s: %s\n", side.name, report.Clean(n.Package+": "+n.Reason))
		}
	}
	noun := "changes"
	if len(changes) == 1 {
		noun = "change"
	}
	fmt.Fprintf(&b, "%d %s, %d for the worse", len(changes), noun, worse)
	if !old.Complete || !new.Complete {
		b.WriteString("; incomplete")
	}
	_, err := io.WriteString(w, b.String()+"\n")
	return err
}

// sentence says what was and what is.
func (c Change) sentence() string {
	switch {
	case c.Old == nil:
		return "now " + told(c.New)
	case c.New == nil:
		return "no longer " + told(c.Old)
	}
	return told(c.Old) + "; now " + told(c.New)
}

func told(b *egress.Behaviour) string {
	to := strings.Join(b.Hosts, ", ")
	if to == "" {
		to = "a host that is not known"
	}
	text := fmt.Sprintf("%s to %s, %s", b.Purpose, to, b.Verdict)
	var names []string
	for _, s := range b.Switches {
		if !s.Decoy {
			names = append(names, fmt.Sprintf("%s %s=%s %s it", s.Kind, s.Key, s.Value, s.Effect))
		}
	}
	word := " or "
	if b.Needs == egress.All {
		word = " and "
	}
	if len(names) > 0 {
		text += " (" + strings.Join(names, word) + ")"
	}
	if len(b.Identifiers) > 0 {
		text += " with " + strings.Join(b.Sources(), ", ")
	}
	return text
}
