package comparison

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/properties"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
)

// Protocol is the name and version of the machine-readable format: one JSON
// object on one line, [Document].
const Protocol = "optincheck-compare/1"

// A Document is what a comparison says.
type Document struct {
	Protocol  string         `json:"protocol"`
	Reference []string       `json:"reference"` // packages
	Candidate []string       `json:"candidate"`
	Rows      []Row          `json:"properties"`
	Counts    map[string]int `json:"counts"` // by verdict

	NotAnalysed []egress.NotAnalysed `json:"not_analysed"` // packages of the candidate that are left out
}

// JSON prints the comparison for programs.
func (c *Table) JSON(w io.Writer) error {
	counts := map[string]int{}
	for _, v := range []Verdict{Same, Weaker, Stronger, Unknown} {
		counts[string(v)] = c.Count(v)
	}
	return json.NewEncoder(w).Encode(Document{Protocol, c.Reference, c.Candidate, c.Rows, counts, append([]egress.NotAnalysed{}, c.NotAnalysed...)})
}

// Text prints the comparison for people: what is weaker first.
func (c *Table) Text(w io.Writer) error {
	b := &strings.Builder{}
	fmt.Fprintf(b, "reference: %s\ncandidate: %s\n", strings.Join(c.Reference, " "), strings.Join(c.Candidate, " "))
	for _, v := range []Verdict{Weaker, Unknown, Stronger, Same} {
		for _, row := range c.Rows {
			if row.Verdict == v {
				row.text(b)
			}
		}
	}
	for _, n := range c.NotAnalysed {
		fmt.Fprintf(b, "\nnot analysed: %s\n", report.Clean(n.Package+": "+n.Reason))
	}
	fmt.Fprintf(b, "\n%d properties: %d weaker, %d cannot tell, %d stronger, %d same\n",
		len(c.Rows), c.Count(Weaker), c.Count(Unknown), c.Count(Stronger), c.Count(Same))
	_, err := io.WriteString(w, b.String())
	return err
}

// text prints one property: of the reference the fact that is the bar, of the
// candidate all that fall short of it, or else its weakest.
func (r Row) text(b *strings.Builder) {
	fmt.Fprintf(b, "\n%s: %s\n", r.Property, r.Verdict)
	for _, f := range r.Reference[:min(1, len(r.Reference))] {
		fmt.Fprintf(b, "    reference  %s\n", line(f))
	}
	if len(r.Candidate) == 0 {
		fmt.Fprintf(b, "    candidate  does nothing of the kind\n")
	}
	for i, f := range r.Candidate {
		if i == 0 || r.short(f) {
			fmt.Fprintf(b, "    candidate  %s\n", line(f))
		}
	}
}

// short reports whether a fact is what makes the verdict.
func (r Row) short(f properties.Fact) bool {
	switch r.Verdict {
	case Weaker:
		bar, _, _ := properties.Property{Facts: r.Reference}.Weakest()
		return f.Strength < bar && !f.Unknown
	case Unknown:
		return f.Unknown
	}
	return false
}

func line(f properties.Fact) string {
	return report.Clean(fmt.Sprintf("%s (%s:%d)", f.Text, f.File, f.Line))
}
