package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// Bounds of the arrays and maps whose elements are told apart.
const (
	maxElements = 512
	maxMapKeys  = 64
)

func (e *eval) isShortArray(l loc) bool {
	t := &e.p.types[e.locs[l].typ]
	return t.kind == ir.KArray && t.length <= maxElements
}

// summary stands for any element of an array that has more than a value can
// point to: each() holds what they hold, as a loop's variable would, and
// [some] what is stored where the index is not known.
func (e *eval) summary(r loc, typ typeID) (val, bool) {
	if len(e.locs[r].kids) <= maxRefs {
		return bottom, false
	}
	each := e.child(r, e.p.parts.each, typ)
	some := e.child(r, e.p.parts.some, typ)
	for n := e.summed[r]; n < len(e.locs[r].kids); n++ {
		if c := e.locs[r].kids[n]; c != some && e.isElement(c) {
			e.include(c, each)
		}
	}
	if e.summed == nil {
		e.summed = map[loc]int{}
	}
	e.summed[r] = len(e.locs[r].kids)
	return e.join(e.refVal(each), e.refVal(some), 0), true
}
