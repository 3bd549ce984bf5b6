package properties

import (
	"cmp"
	"go/token"
	"slices"
)

// A Property is one thing that an implementation of tokens does or does not
// do, with the places that show it.
type Property struct {
	Name  string `json:"name"`
	Facts []Fact `json:"facts"` // none if there is nothing of the kind
}

// A Fact is what holds at one place.
type Fact struct {
	Text     string `json:"text"`
	Strength int    `json:"strength"` // more is better; comparable within one property only
	Unknown  bool   `json:"unknown,omitempty"`
	File     string `json:"file"`
	Line     int    `json:"line"`
}

// Weakest is the least strength of the facts that are known, if there are any,
// and whether all are.
func (p Property) Weakest() (strength int, known, all bool) {
	all = true
	for _, f := range p.Facts {
		switch {
		case f.Unknown:
			all = false
		case !known || f.Strength < strength:
			strength, known = f.Strength, true
		}
	}
	return strength, known, all
}

// facts collects facts in order of their places, each once.
type facts struct {
	x   *extraction
	all []Fact
}

func (fs *facts) add(pos token.Pos, strength int, text string) {
	at := fs.x.p.Position(pos)
	f := Fact{Text: text, Strength: strength, File: at.Filename, Line: at.Line}
	if !slices.Contains(fs.all, f) {
		fs.all = append(fs.all, f)
	}
}

// unknown notes that something cannot be told.
func (fs *facts) unknown(pos token.Pos, text string) {
	at := fs.x.p.Position(pos)
	fs.all = append(fs.all, Fact{Text: text, Unknown: true, File: at.Filename, Line: at.Line})
}

func (fs *facts) sorted() []Fact {
	slices.SortStableFunc(fs.all, func(a, b Fact) int {
		return cmp.Or(cmp.Compare(a.Strength, b.Strength), cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Text, b.Text))
	})
	return fs.all
}
