package eval

import (
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// instr computes what an instruction yields. It reports false if control does
// not get past it.
func (e *eval) instr(f *frame, in *ir.Instr, i int32) (val, bool) {
	switch in.Op {
	case ir.OpIf:
		e.branch(f, in, i)
		return bottom, false
	case ir.OpJump:
		e.take(f, f.fn.blockOf[i], 0)
		return bottom, false
	case ir.OpReturn:
		e.ret(f, in, i)
		return bottom, false
	case ir.OpPanic:
		e.panicked(f)
		return bottom, false
	case ir.OpCall, ir.OpInvoke, ir.OpGo, ir.OpGoInvoke, ir.OpDefer, ir.OpDeferInvoke:
		return e.callInstr(f, in, i)
	case ir.OpSelect:
		return e.selectInstr(f, in, i), true
	case ir.OpRecv:
		v := e.recv(f, in, i)
		return v, v != bottom // receiving from a channel nobody sends on never fires
	case ir.OpPhi:
		return e.phi(f, in, i), true
	case ir.OpStore:
		e.storeInstr(f, in, i)
		return bottom, true
	}
	return e.compute(f, in, i), true
}

// compute evaluates instructions that neither branch nor call.
func (e *eval) compute(f *frame, in *ir.Instr, i int32) val {
	by := use{f.id, i}
	switch in.Op {
	case ir.OpAlloc, ir.OpMakeMap, ir.OpMakeChan, ir.OpMakeSlice:
		return e.alloc(f, in, i)
	case ir.OpMakeClosure:
		return e.makeClosure(f, in, i)
	}
	if len(in.Args) == 0 {
		return e.worldVal()
	}
	x := e.arg(f, in.Args[0])
	if x == bottom {
		return bottom
	}
	switch in.Op {
	case ir.OpLoad:
		if g, ok := f.fn.ties[i]; ok {
			if v, ok := e.tiedLoad(f, i, g); ok {
				return v
			}
		}
		return e.loadAll(x, by, f.fn.unit.typ[in.Type])
	case ir.OpCopy:
		return x
	case ir.OpConvert:
		if in.Sub != 0 {
			return e.reinterpret(x)
		}
		return e.convert(x, f.fn.unit.typ[in.Type])
	case ir.OpBox:
		return e.box(f.fn.unit.typ[in.Type], x)
	case ir.OpNot:
		return e.not(x)
	case ir.OpNeg:
		return e.negate(x)
	case ir.OpBinOp:
		y := e.arg(f, in.Args[1])
		if y == bottom {
			return bottom
		}
		return e.binop(in.Sub, x, y, e.placeAt(f, i))
	case ir.OpExtract:
		return e.calm(f, in, i, e.extract(x, int(in.Num)))
	case ir.OpFieldAddr:
		return e.part(x, f.fn.sym(in.Sym), f.fn.unit.typ[in.Type])
	case ir.OpField:
		return e.field(x, f.fn.sym(in.Sym), f.fn.unit.typ[in.Type], by)
	case ir.OpAssert:
		return e.assert(x, f.fn.unit.typ[in.Type], in.Sub != 0)
	}
	return e.element(f, in, i, x)
}

// branch takes the edges that the condition allows.
func (e *eval) branch(f *frame, in *ir.Instr, i int32) {
	c := e.arg(f, in.Args[0])
	if c == bottom {
		return
	}
	x := e.vs.get(c)
	blk := f.fn.blockOf[i]
	unsure := x.top != known || x.some
	for _, k := range x.consts {
		if k == e.p.symTrue {
			e.take(f, blk, 0)
		} else {
			e.take(f, blk, 1)
		}
	}
	if unsure {
		e.take(f, blk, 0)
		e.take(f, blk, 1)
	}
}

// ret joins results into the frame. Where the error is surely not nil, the
// other results are not joined (the error-return convention, as in NilAway).
func (e *eval) ret(f *frame, in *ir.Instr, i int32) {
	n := len(in.Args)
	vs := make([]val, n)
	for j, a := range in.Args {
		vs[j] = e.arg(f, a)
	}
	if f.fn.ErrLast && n > 1 && (in.Sub != 0 || vs[n-1] != bottom && e.vs.get(vs[n-1]).neverNil()) {
		for j := range n - 1 {
			vs[j] = bottom
		}
		vs[n-1] = e.notNil(vs[n-1])
	}
	var v val
	switch n {
	case 0:
		v = e.tupleVal()
	case 1:
		v = vs[0]
	default:
		v = e.tupleVal(vs...)
	}
	nv := e.join(f.result, v, e.placeAt(f, i))
	if nv == f.result && f.returns {
		return
	}
	f.result, f.returns = nv, true
	for _, c := range f.callers {
		e.returned(c.from, f)
	}
}

// box makes an interface value of a value of some type. Where a type parameter
// stands for an interface the value is one already, and stays as it is.
func (e *eval) box(typ typeID, x val) val {
	v := *e.vs.get(x)
	if len(v.dyns) == 0 {
		return e.vs.intern(value{dyns: []dyn{{typ, x}}})
	}
	held := e.vs.intern(value{dyns: v.dyns})
	v.dyns = nil
	rest := e.vs.intern(v)
	if rest == bottom {
		return held
	}
	return e.join(held, e.box(typ, rest), 0)
}

// notNil is a value that was found not to be nil.
func (e *eval) notNil(v val) val {
	if v == bottom || e.vs.get(v).neverNil() {
		return v
	}
	x := *e.vs.get(v)
	return e.vs.intern(value{some: true, refs: x.refs, dyns: x.dyns})
}

func (e *eval) phi(f *frame, in *ir.Instr, i int32) val {
	blk := f.fn.blockOf[i]
	var v val
	for n, a := range in.Args {
		if f.taken(blk, int32(n)) {
			v = e.join(v, e.arg(f, a), e.placeAt(f, i))
		}
	}
	return v
}

func (e *eval) extract(x val, n int) val {
	v := e.vs.get(x)
	if n < len(v.tuple) {
		return v.tuple[n]
	}
	if v.top != known {
		return e.vs.intern(value{top: v.top, place: v.place})
	}
	return bottom
}

// topOf keeps only what makes v unknown.
func (e *eval) topOf(v *value) val {
	if v.top == known {
		return bottom
	}
	return e.vs.intern(value{top: v.top, place: v.place})
}

// loadAll reads every location that x may point to.
func (e *eval) loadAll(x val, by use, typ typeID) val {
	v := *e.vs.get(x)
	out := e.unknownPart(&v)
	e.noted = e.readsAgain(x, by)
	for _, r := range v.refs {
		if e.locs[r].typ == 0 {
			e.locs[r].typ = typ
		}
		out = e.join(out, e.loadCell(r, by), 0)
	}
	e.noted = false
	return out
}

// readsAgain reports whether an instruction reads the same locations as the
// last time, so that it is known as their reader.
func (e *eval) readsAgain(x val, by use) bool {
	if by.frame < 0 {
		return false
	}
	f := e.frames[by.frame]
	if f.read == nil {
		f.read = make([]val, len(f.fn.Instrs))
	}
	again := f.read[by.instr] == x
	f.read[by.instr] = x
	return again
}

// part returns the addresses of a part of what x points to.
func (e *eval) part(x val, s sym, typ typeID) val {
	v := *e.vs.get(x)
	out := e.unknownPart(&v)
	for _, r := range v.refs {
		if e.locs[r].obj.kind == code {
			continue
		}
		out = e.join(out, e.refVal(e.child(r, s, typ)), 0)
	}
	return out
}

// field reads a field of a struct value.
func (e *eval) field(x val, s sym, typ typeID, by use) val {
	v := *e.vs.get(x)
	out := e.unknownPart(&v)
	for _, r := range v.refs {
		out = e.join(out, e.loadCell(e.child(r, s, typ), by), 0)
	}
	return out
}

func (e *eval) storeInstr(f *frame, in *ir.Instr, i int32) {
	addr, v := e.arg(f, in.Args[0]), e.arg(f, in.Args[1])
	if addr == bottom {
		return
	}
	if v == bottom { // it stores all the same, once that is known: see comesFirst
		for _, r := range e.vs.get(addr).refs {
			e.noteStore(r, use{f.id, i})
		}
		return
	}
	var except []string
	for _, p := range in.Paths {
		except = append(except, e.p.strs[f.fn.sym(p)])
	}
	for _, r := range e.vs.get(addr).refs {
		if e.locs[r].typ == 0 {
			e.locs[r].typ = f.fn.unit.typ[in.Type]
		}
		if len(except) > 0 && e.overwritten(r, except) {
			continue
		}
		by := use{f.id, i}
		if c := &e.locs[r].cell; e.startsVariable(by, r) {
			c.sure = true
		} else {
			c.late = e.join(c.late, v, e.placeAt(f, i))
		}
		e.storeAs(r, v, by, e.placeAt(f, i), except, e.storesInitial(by, r))
	}
}

// overwritten reports whether all of r is stored again before anybody looks.
func (e *eval) overwritten(r loc, except []string) bool {
	at := e.path(r)
	for _, x := range except {
		if x == at {
			return true
		}
	}
	return false
}

// atStart reports whether an instruction is surely done before the program
// does anything else: in a package's initialisation.
func (e *eval) atStart(f *frame, i int32) bool {
	if f.fn.Name == "init" {
		return true
	}
	if !isInit(f.fn) {
		return false
	}
	blk := f.fn.blockOf[i]
	for b := range f.fn.Blocks {
		end := f.fn.Blocks[b].End - 1
		if end >= 0 && f.fn.Instrs[end].Op == ir.OpReturn && !f.fn.dominates(blk, int32(b)) {
			return false
		}
	}
	return true
}

func (e *eval) alloc(f *frame, in *ir.Instr, i int32) val {
	if v := f.regs[f.fn.reg(i)]; v != bottom && in.Op != ir.OpMakeSlice {
		return v
	}
	obj := object{kind: allocated, site: i, frame: f.id, fn: f.fn}
	for _, p := range in.Paths {
		obj.sure = append(obj.sure, e.p.strs[f.fn.sym(p)])
	}
	typ := f.fn.unit.typ[in.Type]
	if in.Op == ir.OpMakeSlice {
		l := e.object(objKey{allocated, f.id, i, ""}, typ, obj)
		if n := e.arg(f, in.Args[0]); n != bottom {
			e.grow(e.child(l, e.p.parts.length, 0), n, 0)
		}
		return e.refVal(l)
	}
	return e.refVal(e.object(objKey{allocated, f.id, i, ""}, typ, obj))
}

func (e *eval) makeClosure(f *frame, in *ir.Instr, i int32) val {
	fnVal := e.vs.get(e.arg(f, in.Args[0]))
	if len(fnVal.refs) == 0 {
		return e.worldVal()
	}
	fn := e.locs[fnVal.refs[0]].obj.fn
	if fn == nil {
		return e.worldVal()
	}
	l := e.object(objKey{code, f.id, i, "closure"}, 0, object{kind: code, fn: fn, site: i, frame: f.id})
	for n, a := range in.Args[1:] {
		if v := e.arg(f, a); v != bottom {
			e.grow(e.child(l, e.freeVar(n), 0), v, 0)
		}
	}
	return e.refVal(l)
}

func (e *eval) freeVar(n int) sym {
	if n < manyFree {
		return e.p.parts.free[n]
	}
	return e.p.intern(freeName(n))
}

func freeName(n int) string { return "fv" + itoa(n) }
