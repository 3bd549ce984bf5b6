package report

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/fatih/color"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// TextOptions say how text looks.
type TextOptions struct {
	Color  bool
	Full   bool                         // print everything known about every behaviour
	Source func(string) ([]byte, error) // the text of a file by its name in places; may be nil
}

// A Text prints for people: whose policy it is first, each finding with its
// source line and evidence, the other behaviours in a line each, what could
// not be seen, and a closing line.
type Text struct {
	w          io.Writer
	opts       TextOptions
	bold       *color.Color
	strong     *color.Color
	faint      *color.Color
	behaviours []egress.Behaviour
	byID       map[string]egress.Behaviour
	found      map[string]bool // behaviours that have a finding
	findings   int
	err        error // the first error of writing
}

// NewText returns a handler that writes text to w.
func NewText(w io.Writer, opts TextOptions) *Text {
	t := &Text{w: w, opts: opts, byID: map[string]egress.Behaviour{}, found: map[string]bool{}}
	t.bold, t.strong, t.faint = t.style(color.Bold), t.style(color.FgRed, color.Bold), t.style(color.Faint)
	return t
}

func (t *Text) style(attributes ...color.Attribute) *color.Color {
	c := color.New(attributes...)
	if t.opts.Color {
		c.EnableColor()
	} else {
		c.DisableColor()
	}
	return c
}

func (t *Text) printf(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format, args...)
	}
}

// Start implements Handler.
func (t *Text) Start(s Start) error {
	switch s.Policy.Origin {
	case policy.Given:
		t.printf("policy: %s, as given\n", Clean(s.Policy.File))
	case policy.Found:
		t.printf("policy: %s, found in the audited tree: its author's claim (-policy=builtin ignores it)\n", Clean(s.Policy.File))
	default:
		t.printf("policy: built-in: opt-in only, nothing declared\n")
	}
	return t.err
}

// Behaviour implements Handler.
func (t *Text) Behaviour(b egress.Behaviour) error {
	t.behaviours = append(t.behaviours, b)
	t.byID[b.ID] = b
	return t.err
}

// Finding implements Handler.
func (t *Text) Finding(f Finding) error {
	t.findings++
	place := place(f.Place())
	t.printf("\n%s %s\n", t.bold.Sprint(place+":"), t.strong.Sprint(Clean(f.Message)))
	t.source(f)
	if b, ok := t.byID[f.Behaviour]; ok {
		if !t.found[b.ID] {
			t.evidence(b)
		} else {
			t.detail("behaviour", Clean(b.ID)+", as above")
		}
		t.found[b.ID] = true
	}
	return t.err
}

// source prints the line of source with a caret, if it is to be had.
func (t *Text) source(f Finding) {
	text, ok := lineOf(t.opts.Source, f.Place())
	if !ok {
		return
	}
	line, indent := sourceLine(text, f.Column)
	t.printf("    %s\n", line)
	if f.Column > 0 {
		t.printf("    %s%s\n", indent, t.strong.Sprint("^"))
	}
}

// End implements Handler.
func (t *Text) End(e End) error {
	t.others()
	section(t, "taken as given", e.Assumptions, func(a egress.Assumption) string {
		if a.Kind == "models" {
			return a.Kind + " " + a.Key
		}
		text := fmt.Sprintf("%s %s=%s", a.Kind, a.Key, a.Value)
		if a.Unasked {
			text += " (nothing asks for it)"
		}
		return text
	})
	section(t, "not reached by any run", e.Unreached, func(s egress.Site) string {
		return fmt.Sprintf("%s: %s in %s", place(egress.Place{File: s.File, Line: s.Line, Column: s.Column}), s.Call, s.Func)
	})
	section(t, "blind spots", t.folded(e.BlindSpots), func(line string) string { return line })
	section(t, "not analysed", e.NotAnalysed, func(n egress.NotAnalysed) string {
		return n.Package + ": " + n.Reason
	})
	t.printf("\n%s\n", t.closing(e))
	return t.err
}

// section prints a titled list, or nothing for an empty one.
func section[T any](t *Text, title string, items []T, show func(T) string) {
	if len(items) == 0 {
		return
	}
	t.printf("\n%s\n", t.bold.Sprint(title+":"))
	for _, item := range items {
		t.printf("    %s\n", Clean(show(item)))
	}
}

// mostPlaces is how many blind spots of one kind are printed unless everything is.
const mostPlaces = 5

// folded returns a line for each blind spot, the first few of each kind.
func (t *Text) folded(spots []egress.BlindSpot) []string {
	var lines []string
	seen := map[string]int{}
	for _, b := range spots {
		if seen[b.Kind]++; t.opts.Full || seen[b.Kind] <= mostPlaces {
			lines = append(lines, place(egress.Place{File: b.File, Line: b.Line})+": "+b.Kind)
		}
	}
	for _, kind := range slices.Sorted(maps.Keys(seen)) {
		if more := seen[kind] - mostPlaces; more > 0 && !t.opts.Full {
			lines = append(lines, fmt.Sprintf("%d more: %s (-format=json lists them)", more, kind))
		}
	}
	return lines
}

// others lists the behaviours that have no finding.
func (t *Text) others() {
	var rest []egress.Behaviour
	for _, b := range t.behaviours {
		if !t.found[b.ID] {
			rest = append(rest, b)
		}
	}
	if len(rest) == 0 {
		return
	}
	t.printf("\n%s\n", t.bold.Sprint("behaviours without a finding:"))
	for _, b := range rest {
		t.printf("    %s %s: %s\n", sitePlace(b), Clean(b.Site.Func), Clean(what(b)))
		if t.opts.Full {
			t.evidence(b)
		}
	}
}

// closing is the last line: what was found, in numbers.
func (t *Text) closing(e End) string {
	verdicts := map[egress.Verdict]int{}
	unknown := 0
	for _, b := range t.behaviours {
		verdicts[b.Verdict]++
		if b.Purpose == policy.UnknownPurpose {
			unknown++
		}
	}
	line := fmt.Sprintf("%s; %s: %d unconditional, %d opt-out, %d opt-in, %d unknown; %d of unknown purpose",
		count(t.findings, "finding"), count(len(t.behaviours), "behaviour"),
		verdicts[egress.Unconditional], verdicts[egress.OptOut], verdicts[egress.OptIn], verdicts[egress.Unknown], unknown)
	if e.Known > 0 {
		line += fmt.Sprintf("; %d known, in the baseline", e.Known)
	}
	if n := len(e.BlindSpots); n > 0 {
		line += "; " + count(n, "blind spot")
	}
	switch {
	case len(e.NotAnalysed) > 0:
		line += "; " + t.strong.Sprintf("incomplete: %s not analysed", count(len(e.NotAnalysed), "package"))
	case !e.Complete():
		line += "; " + t.strong.Sprint("incomplete: blind spots, under -strict")
	}
	return line
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// place prints a place as file:line:column, as far as it is known.
func place(p egress.Place) string {
	text := cmp.Or(Clean(p.File), "-")
	if p.Line > 0 {
		text += fmt.Sprintf(":%d", p.Line)
		if p.Column > 0 {
			text += fmt.Sprintf(":%d", p.Column)
		}
	}
	return text
}
