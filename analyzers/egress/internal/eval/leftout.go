package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// Under go vet a unit may have been left out, or some functions of one. Such a
// function does not do nothing: what it returns is given up, as is all that it
// may have written, and what it calls is called for all that we know.

// leftOut reports whether the body of a function is kept from us.
func (p *Program) leftOut(symbol string) bool {
	return p.opaque[symbol] || p.opaque[pathOf(symbol)+":*"]
}

func pathOf(symbol string) string {
	return symbol[:max(strings.LastIndexByte(symbol, ':'), 0)]
}

// sees returns the packages whose fields a package can write to: those that it
// imports, and itself.
func (p *Program) sees(path string) map[string]bool {
	seen := map[string]bool{}
	var visit func(string)
	visit = func(path string) {
		if seen[path] {
			return
		}
		seen[path] = true
		if u := p.byPath[path]; u != nil {
			for _, imp := range u.Imports {
				visit(imp)
			}
		}
	}
	visit(path)
	return seen
}

// leftOut calls a function whose body is kept from us.
func (c *callSite) leftOut(symbol string, args []val) {
	e := c.e
	e.unseen[c.by] = true
	h := &havoc{eval: e, by: c, sees: e.p.sees(pathOf(symbol)), done: map[loc]bool{}}
	for _, a := range args {
		h.value(a, 0)
		c.handed(a, "")
	}
	c.join(c.lostResult())
}

// lostResult is what a function returns whose body is kept from us: not known,
// but for errors, which are the world's.
func (c *callSite) lostResult() val {
	e := c.e
	lost := e.givenUpVal(e.placeAt(c.f, c.i))
	switch t := &e.p.types[c.f.fn.unit.typ[c.in.Type]]; {
	case t.isError:
		return e.worldVal()
	case t.kind != ir.KTuple:
		return lost
	}
	var results []val
	for _, u := range c.f.fn.users[c.f.fn.reg(c.i)] {
		in := &c.f.fn.Instrs[u]
		if in.Op != ir.OpExtract {
			continue
		}
		for int(in.Num) >= len(results) {
			results = append(results, lost)
		}
		if e.p.types[c.f.fn.unit.typ[in.Type]].isError {
			results[in.Num] = e.worldVal()
		}
	}
	return e.tupleVal(results...)
}

// havoc gives up what a function may have written: the parts that it can name
// of all that its arguments lead to.
type havoc struct {
	*eval
	by   *callSite
	sees map[string]bool
	done map[loc]bool
}

const maxHavoc = 3 // pointers in a row

func (h *havoc) value(v val, depth int) {
	if depth > maxHavoc {
		return
	}
	x := h.vs.get(v)
	for _, r := range append([]loc(nil), x.refs...) {
		h.object(r, depth)
	}
	for _, d := range append([]dyn(nil), x.dyns...) {
		h.value(d.v, depth+1)
	}
}

func (h *havoc) object(l loc, depth int) {
	if k := h.locs[l].obj.kind; h.done[l] || k == code || k == zeroes {
		return
	}
	h.done[l] = true
	if !h.isStruct(l) && h.writes(l) {
		h.grow(l, h.givenUpVal(h.placeAt(h.by.f, h.by.i)), 0)
	}
	for _, f := range h.p.types[h.locs[l].typ].fields {
		if h.sees[pathOf(h.p.strs[f.sym])] {
			h.object(h.child(l, f.sym, f.typ), depth)
		}
	}
	for n := 0; n < len(h.locs[l].kids); n++ {
		h.object(h.locs[l].kids[n], depth)
	}
	h.value(h.locs[l].cell.v, depth+1)
}

// writes reports whether the function can name the part l: elements and
// objects without fields are anybody's.
func (h *havoc) writes(l loc) bool {
	part := h.p.strs[h.locs[l].part]
	return !strings.Contains(part, ":") || h.sees[pathOf(part)]
}

// Lost reports whether control gets to the end of a path by way of a function
// whose body is kept from us.
func (r *Run) Lost(steps []Step) bool {
	for _, st := range steps {
		if r.unseen[st.at] {
			return true
		}
	}
	return false
}

// LostAny reports whether a function was called whose body is kept from us.
func (r *Run) LostAny() bool { return len(r.unseen) > 0 }
