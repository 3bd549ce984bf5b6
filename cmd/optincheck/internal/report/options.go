package report

import (
	"unicode/utf16"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// Options are what the formats for other programs need beyond the events.
type Options struct {
	Version string // of optincheck
	// Source returns the text of a file by its name in places.
	Source func(name string) ([]byte, error)
	// Locate returns where a file lies below the root of the repository, and
	// false for a file outside of it, as those of most dependencies are.
	Locate func(name string) (string, bool)
	// Explain returns what a finding means and how to fix it.
	Explain func(rule string) string
	// URL returns where that can be read.
	URL func(rule string) string
}

// utf16Column returns the column of a place in the units that editors and
// SARIF count, and 0 if it is not known.
func (o Options) utf16Column(p egress.Place) int {
	line, ok := lineOf(o.Source, p)
	if !ok || p.Column < 1 || p.Column > len(line)+1 {
		return 0
	}
	return len(utf16.Encode([]rune(line[:p.Column-1]))) + 1
}

// shown returns the place of a finding that a reader of the repository can
// open: its own, or else where the repository's code calls into the dependency
// that the finding stands in.
func (o Options) shown(f Finding, b egress.Behaviour) (at egress.Place, file string, ok bool) {
	if file, ok := o.Locate(f.File); ok {
		return f.Place(), file, true
	}
	for i := len(b.Path) - 1; i >= 0; i-- {
		if file, ok := o.Locate(b.Path[i].File); ok {
			return egress.Place{File: b.Path[i].File, Line: b.Path[i].Line}, file, true
		}
	}
	return f.Place(), f.File, false
}
