package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// builtin evaluates a call of a built-in function.
func (e *eval) builtin(c *callSite, name string, args []val) (val, bool) {
	switch name {
	case "len", "cap":
		return e.length(args[0], c.by), true
	case "append":
		return e.appendTo(args, c.by), true
	case "copy":
		e.copyElements(args[0], args[1])
		return e.worldVal(), true
	case "panic":
		e.panicked(c.f)
		return bottom, false
	case "close":
		for _, r := range e.vs.get(args[0]).refs {
			e.grow(e.child(r, e.p.parts.closed, 0), e.boolVal(true), 0)
		}
		return bottom, true
	case "recover":
		e.rescues(c.f)
		return e.worldVal(), true
	case "ssa:wrapnilchk":
		return args[0], true
	case "new":
		return e.worldVal(), true
	}
	return e.worldVal(), true
}

// length is what len yields: known while one array, map or slice is meant.
func (e *eval) length(x val, by use) val {
	v := *e.vs.get(x)
	if s, ok := e.single(x); ok && s.Kind == ir.String && !isPattern(s.Text) {
		return e.intVal(len(s.Text))
	}
	if len(v.consts) > 0 {
		return e.worldVal()
	}
	out := e.unknownPart(&v)
	if v.null {
		out = e.join(out, e.intVal(0), 0)
	}
	for _, r := range v.refs {
		if k := e.locs[e.root(r)].obj; k.kind == outside || k.source != "" {
			out = e.join(out, e.worldVal(), 0)
			continue
		}
		n := e.lengthAt(r, by)
		if len(v.refs) > 1 && n != bottom {
			n = e.severalLength(n)
		}
		out = e.join(out, n, 0)
	}
	return out
}

// lengthAt is the length of the slice, map or channel at r. An array has the
// length of the slices that were made of it.
func (e *eval) lengthAt(r loc, by use) val {
	at := e.child(r, e.p.parts.length, 0)
	t := &e.p.types[e.locs[r].typ]
	if t.kind != ir.KArray {
		return e.load(at, by)
	}
	e.noteReader(at, by)
	if n := e.locs[at].cell.v; n != bottom {
		return n
	}
	return e.intVal(int(t.length))
}

// severalLength is a length that holds for one of several arrays, any number
// of which a slice may have been put together from.
func (e *eval) severalLength(n val) val {
	if k, ok := e.single(n); ok && k.Text == "0" {
		return n
	}
	return e.notZero()
}

// appendTo yields a slice that holds the elements of both: slices share their
// elements with what they were made from.
func (e *eval) appendTo(args []val, by use) val {
	if len(args) < 2 {
		return args[0]
	}
	a, b := *e.vs.get(args[0]), *e.vs.get(args[1])
	if len(a.consts) > 0 || len(b.consts) > 0 {
		return e.concat(&a, &b, 0)
	}
	out := a
	out.null = a.null && (b.null || b.top != known)
	if n := e.length(args[1], by); !out.null && a.null && e.mayBeZero(n) {
		out.null = true
	}
	v := e.join(e.vs.intern(out), args[1], 0)
	if !out.null {
		w := *e.vs.get(v)
		w.null = false
		v = e.vs.intern(w)
	}
	return v
}

func (e *eval) mayBeZero(n val) bool {
	v := e.vs.get(n)
	zero := e.constID(ir.Const{Kind: ir.Int, Text: "0"})
	for _, c := range v.consts {
		if c == zero {
			return true
		}
	}
	return v.top != known && v.except != zero
}

// copyElements is copy(dst, src).
func (e *eval) copyElements(dst, src val) {
	for _, d := range e.vs.get(dst).refs {
		for _, s := range e.vs.get(src).refs {
			to := e.child(d, e.p.parts.elem, e.p.types[e.locs[d].typ].elem)
			for n := 0; n < len(e.locs[s].kids); n++ {
				if k := e.locs[s].kids[n]; e.isElement(k) {
					e.include(k, to)
				}
			}
		}
	}
}

// include makes the cell or struct at dst hold what src holds.
func (e *eval) include(src, dst loc) {
	if e.isStruct(dst) {
		e.copyStruct(dst, copyEdge{at: src, by: e.here})
		return
	}
	e.noteReader(src, e.here)
	if e.attach(src, dst) {
		e.derives(dst, src)
	}
}
