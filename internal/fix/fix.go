package fix

import (
	"bytes"
	"cmp"
	"errors"
	"go/ast"
	"go/format"
	"go/token"
	"go/types"
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// An Edit replaces the bytes of a file from Start up to End.
type Edit struct {
	File       string
	Start, End int
	New        string
}

// A Fix is a change that may make one behaviour opt-in.
type Fix struct {
	Message string // what it does, as an order: "ask for X_ENABLE before the update check"
	Edits   []Edit
}

// A Package is the syntax and the types of one package.
type Package struct {
	Types *types.Package
	Files []*ast.File
	Info  *types.Info
}

// A Code is what fixes are written for.
type Code struct {
	Fset     *token.FileSet
	Packages []Package
	// Text returns a file by the name that Fset gives it.
	Text func(file string) ([]byte, error)
	// Editable reports whether a file may be changed.
	Editable func(file string) bool
	// CutOnly removes sends and does nothing else.
	CutOnly bool

	variables []string // those that the code asks for, once they were looked up
}

// maxCandidates bounds what is tried for one behaviour.
const maxCandidates = 32

// Candidates returns the fixes that are worth trying for a behaviour, the best
// first.
func Candidates(c *Code, b egress.Behaviour) []Fix {
	w := &writer{Code: c, b: b}
	if c.CutOnly {
		w.cut()
		return w.distinct()
	}
	if b.Refusal != nil && b.Verdict == egress.OptOut {
		w.cut() // it says no more than that somebody refused
	}
	stops := w.stops()
	each := func(do func(egress.Switch)) {
		for _, s := range stops {
			do(s)
		}
	}
	each(w.swap)
	each(w.flip)
	each(w.written)
	each(w.words)
	each(w.narrow)
	each(w.literal)
	each(w.extend)
	w.gate()
	w.cut()
	return w.distinct()
}

// A writer collects the candidates for one behaviour.
type writer struct {
	*Code
	b   egress.Behaviour
	out []Fix
}

// stops are the switches that really stop the behaviour.
func (w *writer) stops() []egress.Switch {
	var out []egress.Switch
	for _, s := range w.b.Switches {
		if s.Effect == egress.Stops && s.Kind != egress.Caller && !s.Decoy {
			out = append(out, s)
		}
	}
	return out
}

// add offers edits, unless they touch a file that must stay.
func (w *writer) add(message string, edits ...Edit) {
	for _, e := range edits {
		if w.Editable != nil && !w.Editable(e.File) {
			return
		}
	}
	if len(edits) > 0 {
		w.out = append(w.out, Fix{message, edits})
	}
}

func (w *writer) distinct() []Fix {
	var out []Fix
	for _, f := range w.out {
		same := func(g Fix) bool { return slices.Equal(f.Edits, g.Edits) }
		if len(out) < maxCandidates && !slices.ContainsFunc(out, same) {
			out = append(out, f)
		}
	}
	return out
}

// ErrOverlap says that two edits want the same bytes to be different things.
var ErrOverlap = errors.New("edits overlap")

// Merge puts the edits of several fixes in order. The same edit twice is one.
func Merge(fixes ...Fix) ([]Edit, error) {
	var all []Edit
	for _, f := range fixes {
		for _, e := range f.Edits {
			if !slices.Contains(all, e) {
				all = append(all, e)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
	})
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.File == b.File && (b.Start < a.End || a.Start == b.Start) {
			return nil, ErrOverlap
		}
	}
	return all, nil
}

// Apply returns the text of one file with the edits that are about it, in the
// order of Merge. A file that was formatted stays formatted.
func Apply(file string, text []byte, edits []Edit) []byte {
	var out []byte
	last := 0
	for _, e := range edits {
		if e.File != file {
			continue
		}
		out = append(append(out, text[last:e.Start]...), e.New...)
		last = e.End
	}
	out = append(out, text[last:]...)
	if same, err := format.Source(text); err != nil || !bytes.Equal(same, text) {
		return out
	}
	if formatted, err := format.Source(out); err == nil {
		return formatted
	}
	return out
}

// Overlay returns the changed files.
func Overlay(text func(string) ([]byte, error), edits []Edit) (map[string][]byte, error) {
	overlay := map[string][]byte{}
	for _, e := range edits {
		if overlay[e.File] != nil {
			continue
		}
		old, err := text(e.File)
		if err != nil {
			return nil, err
		}
		overlay[e.File] = Apply(e.File, old, edits)
	}
	return overlay, nil
}
