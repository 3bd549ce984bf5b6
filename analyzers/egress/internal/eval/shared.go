package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// shareFields gives one name to the fields that several types share: after
// "type Users service" a conversion of a pointer leaves the object, and the
// fields, what they were. They are the same where they are declared in the same
// place.
func (p *Program) shareFields(units []*ir.Unit) {
	type place struct {
		file      string
		line, col int32
		name      string
	}
	first := map[place]string{}
	for _, u := range units {
		for _, t := range u.Types {
			for _, f := range t.Fields {
				if f.Pos.File < 0 || f.Pos.Line == 0 {
					continue
				}
				at := place{u.Files[f.Pos.File], f.Pos.Line, f.Pos.Col, f.Name}
				was, ok := first[at]
				switch {
				case !ok:
					first[at] = f.Symbol
				case was != f.Symbol && pathOf(was) == pathOf(f.Symbol) && strings.Contains(f.Symbol, ":"):
					p.strOf[f.Symbol] = p.intern(was)
				}
			}
		}
	}
}
