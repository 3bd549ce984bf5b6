package eval

import (
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// register looks for what a register holds: where it comes from, and who
// writes into the object that it refers to.
func (x *flows) register(n int32, s step) {
	f := x.frames[s.at.frame]
	r := s.at.instr
	typ := x.typeOfReg(f, r)
	if typ != nil && typ.key == "context.Context" {
		return // carries deadlines, and values for this process
	}
	switch {
	case r < int32(len(f.fn.Params)):
		x.param(n, f, r)
	case r < int32(f.fn.NumRegs()):
		x.captured(n, f, r-int32(len(f.fn.Params)))
	default:
		x.define(n, f, r-int32(f.fn.NumRegs()))
	}
	if typ != nil && isScalar(typ.kind) {
		return
	}
	if !x.point(n, x.frames[s.at.frame].regs[r], s.depth) {
		x.add(step{kind: handedOn, at: s.at, from: n})
	}
}

func isScalar(k ir.Kind) bool {
	return k == ir.KBool || k == ir.KInt || k == ir.KFloat || k == ir.KString
}

// typeOfReg is the type of a register; nil where it is not known.
func (x *flows) typeOfReg(f *frame, r int32) *typeInfo {
	t := int32(0)
	switch n := int32(f.fn.NumRegs()); {
	case r < int32(len(f.fn.Params)):
		t = f.fn.Params[r].Type
	case r >= n:
		t = f.fn.Instrs[r-n].Type
	}
	if t == 0 {
		return nil
	}
	return &x.p.types[f.fn.unit.typ[t]]
}

// point follows the objects that a value refers to. It reports whether there
// are any.
func (x *flows) point(from int32, v val, depth int32) bool {
	out := false
	info := x.vs.get(v)
	for _, l := range info.refs {
		if x.locs[x.root(l)].obj.source != "" || x.locs[l].obj.kind == code {
			continue
		}
		out = true
		if depth < maxDeep {
			x.add(step{kind: inObject, loc: l, depth: depth + 1, from: from})
		}
	}
	for _, d := range info.dyns {
		if x.p.types[d.typ].key != "*net/http.Client" {
			out = x.point(from, d.v, depth) || out
		}
	}
	return out
}

// param follows a parameter to the callers: those on the way from the site.
func (x *flows) param(n int32, f *frame, r int32) {
	only := x.on[f.id]
	at := x.into[x.steps[n].into]
	inside := x.steps[n].into > 0 && at.frame == f.id
	var been map[int32]bool
	if !inside && only == nil && len(f.callers) > 1 {
		been = x.been(n, f)
	}
	for _, c := range f.callers {
		if c.from.frame < 0 || only != nil && !only[c.from] || inside && c.from != at.call || been != nil && !been[c.from.frame] {
			continue
		}
		g, in := x.at(c.from)
		if x.iterates(g, in, f.fn) {
			x.reg(g, in.Args[0], n, note{})
			continue
		}
		if a, ok := operandFor(g, in, f.fn, r); ok && a.Kind == ir.Reg {
			s := step{kind: inRegister, at: use{g.id, a.I}, index: -1, from: n}
			if inside {
				s.into = outer(at.up)
			}
			x.add(s)
		}
	}
}

// iterates reports whether a call hands the body of a loop to an iterator that a
// library made: what the loop sees, comes from there.
func (x *flows) iterates(g *frame, in *ir.Instr, body *function) bool {
	if in.Op != ir.OpCall || in.Args[0].Kind != ir.Reg || len(in.Args) != 2 {
		return false
	}
	for _, l := range x.vs.get(x.arg(g, in.Args[1])).refs {
		if x.locs[l].obj.fn == body {
			return true
		}
	}
	return false
}

// been returns the callers of a function that the walk comes from, if it comes
// from some. An object made in a function that many call is one for all of
// them, so by way of it the walk would come out at each. What is held by a
// package variable may be anybody's.
func (x *flows) been(n int32, f *frame) map[int32]bool {
	on := map[int32]bool{}
	for ; n >= 0; n = x.steps[n].from {
		switch s := x.steps[n]; s.kind {
		case inCell, inObject:
			if x.locs[x.root(s.loc)].obj.kind == variable {
				return nil
			}
		default:
			on[s.at.frame] = true
		}
	}
	for _, c := range f.callers {
		if on[c.from.frame] {
			return on
		}
	}
	return nil
}

// outer is the entry of a step that comes out of a function: none is -1.
func outer(up int32) int32 {
	if up == 0 {
		return -1
	}
	return up
}

// captured follows a captured variable to where the closure is made.
func (x *flows) captured(n int32, f *frame, free int32) {
	for _, u := range x.closures[f.fn.id] {
		g, in := x.at(u)
		if int(free)+1 < len(in.Args) {
			x.reg(g, in.Args[free+1], n, note{})
		}
	}
}

// define follows a register to the operands of the instruction that computes
// it.
func (x *flows) define(n int32, f *frame, i int32) {
	in := &f.fn.Instrs[i]
	u := use{f.id, i}
	switch in.Op {
	case ir.OpPhi:
		for k, a := range in.Args {
			if f.taken(f.fn.blockOf[i], int32(k)) {
				x.reg(f, a, n, note{})
			}
		}
	case ir.OpBinOp:
		if x.endsPath(n, f, in) {
			x.reg(f, in.Args[1], n, note{})
		} else if in.Sub < ir.Eql {
			x.reg(f, in.Args[0], n, note{})
			x.reg(f, in.Args[1], n, note{})
		}
	case ir.OpNeg, ir.OpConvert, ir.OpCopy, ir.OpBox, ir.OpAssert, ir.OpRange:
		x.reg(f, in.Args[0], n, note{})
	case ir.OpSlice:
		x.reg(f, in.Args[0], n, note{cut: x.cutTo(f, in)})
	case ir.OpExtract:
		x.extracted(n, f, in)
	case ir.OpFieldAddr, ir.OpField, ir.OpLoad:
		x.loaded(n, f, in, u)
	case ir.OpIndex, ir.OpLookup, ir.OpRecv, ir.OpSelect, ir.OpNext, ir.OpIndexAddr:
		x.read(n, f, in, u, note{})
	case ir.OpCall, ir.OpInvoke:
		x.add(step{kind: resultOf, at: u, index: -1, from: n})
	}
}

// cutTo is how many characters or bytes a slice with constant bounds keeps.
func (x *flows) cutTo(f *frame, in *ir.Instr) int32 {
	bound := func(k int) (int, bool) {
		if k >= len(in.Args) || in.Args[k].Kind == ir.None {
			return 0, false
		}
		return atoi(x.constOf(f, in.Args[k]))
	}
	low, _ := bound(1)
	high, ok := bound(2)
	if !ok {
		return 0
	}
	return int32(max(high-low, 0))
}

// extracted follows one of several results.
func (x *flows) extracted(n int32, f *frame, in *ir.Instr) {
	a := in.Args[0]
	if a.Kind != ir.Reg || a.I < int32(f.fn.NumRegs()) {
		x.reg(f, a, n, note{})
		return
	}
	i := a.I - int32(f.fn.NumRegs())
	if op := f.fn.Instrs[i].Op; op != ir.OpCall && op != ir.OpInvoke {
		x.reg(f, a, n, note{})
		return
	}
	if f.callees(i) == nil && x.p.types[f.fn.unit.typ[in.Type]].isError {
		return // an error of the world tells no machine from another
	}
	x.add(step{kind: resultOf, at: use{f.id, i}, index: in.Num, from: n})
}

// loaded follows a load to the cells, and asks what the data say of the fields
// and variables that it names.
func (x *flows) loaded(n int32, f *frame, in *ir.Instr, u use) {
	name := ""
	for at := in; ; {
		symbol := ""
		if at.Op == ir.OpFieldAddr || at.Op == ir.OpField {
			symbol = x.p.strs[f.fn.sym(at.Sym)]
			if name == "" {
				name = x.fieldName(symbol)
			}
			if id, ok := x.w.IdentityField(symbol); ok {
				x.source(n, u, id, symbol)
				return
			}
		}
		a := at.Args[0]
		if a.Kind == ir.Variable {
			if x.variableSource(n, f, a, u) {
				return
			}
			break
		}
		if a.Kind != ir.Reg || a.I < int32(f.fn.NumRegs()) {
			break
		}
		at = &f.fn.Instrs[a.I-int32(f.fn.NumRegs())]
		if at.Op != ir.OpFieldAddr && at.Op != ir.OpField {
			break
		}
	}
	x.read(n, f, in, u, note{name: name})
}

func (x *flows) variableSource(n int32, f *frame, a ir.Arg, u use) bool {
	symbol := x.p.strs[f.fn.sym(a.I)]
	id, ok := x.w.Identity(symbol)
	if ok {
		x.source(n, u, id, symbol)
	}
	return ok
}

// read follows the cells that an instruction reads; where none is known, what
// it reads from.
func (x *flows) read(n int32, f *frame, in *ir.Instr, u use, with note) {
	cells := 0
	for _, l := range x.readBy(u) {
		if x.locs[x.root(l)].obj.source == "" {
			cells++
			if !x.another(n, u, l) {
				x.add(step{kind: inCell, loc: l, from: n, note: with})
			}
		}
	}
	if cells == 0 && len(in.Args) > 0 {
		x.reg(f, in.Args[0], n, with)
	}
}

// cell follows a cell to what was stored there, and to who may have written
// into the object that it is part of.
func (x *flows) cell(n int32, l loc) {
	if x.neutral(l) {
		return
	}
	for _, u := range x.locs[l].cell.stores {
		if u.frame >= 0 {
			x.stored(n, u)
		}
	}
	for _, s := range x.ins[l] {
		x.add(step{kind: inCell, loc: s, from: n})
	}
	for _, s := range x.locs[l].edges.sources {
		x.add(step{kind: inCell, loc: s.at, from: n})
	}
	for p := l; p != 0; p = x.locs[p].parent {
		for _, u := range x.writers[p] {
			x.add(step{kind: writtenBy, at: u, from: n})
		}
	}
}

// neutral reports whether the data say of a field that it tells nobody apart.
func (x *flows) neutral(l loc) bool {
	for ; l != 0; l = x.locs[l].parent {
		if id, ok := x.w.IdentityField(x.p.strs[x.locs[l].part]); ok {
			return id.Class == "neutral"
		}
	}
	return false
}

// stored follows what an instruction stores.
func (x *flows) stored(n int32, u use) {
	f, in := x.at(u)
	switch in.Op {
	case ir.OpStore, ir.OpSend:
		x.reg(f, in.Args[1], n, note{})
	case ir.OpMapUpdate:
		x.reg(f, in.Args[2], n, x.updates(f, in))
	case ir.OpSelect:
		for k := 1; k < len(in.Args); k += 2 {
			x.reg(f, in.Args[k], n, note{})
		}
	case ir.OpCall, ir.OpInvoke, ir.OpDefer, ir.OpDeferInvoke, ir.OpGo, ir.OpGoInvoke:
		x.add(step{kind: writtenBy, at: u, from: n})
	}
}

// updates is the note of a map's new element: maps such as http.Header carry.
func (x *flows) updates(f *frame, in *ir.Instr) note {
	out := note{name: x.constOf(f, in.Args[1])}
	a := in.Args[0]
	if a.Kind != ir.Reg {
		return out
	}
	if t := x.typeOfReg(f, a.I); t != nil && t.symbol != "" {
		for _, c := range x.w.Carriers(t.symbol + ".Set") {
			out.carrier, out.key = c.Name, out.name
		}
	}
	return out
}

// object follows all parts of an object, and what they point to.
func (x *flows) object(n int32, s step) {
	switch x.locs[s.loc].obj.kind {
	case code, zeroes:
		return
	}
	x.cell(n, s.loc)
	x.parts(n, s.loc, s.depth)
}

func (x *flows) parts(n int32, l loc, depth int32) {
	x.point(n, x.locs[l].cell.v, depth)
	for _, src := range x.locs[l].edges.sources {
		x.add(step{kind: inObject, loc: src.at, depth: depth, from: n})
	}
	made := x.locs[x.root(l)].obj.kind == modelled
	for _, k := range x.locs[l].kids {
		part := x.p.strs[x.locs[k].part]
		x.add(step{kind: inObject, loc: k, depth: depth, from: n, note: note{name: x.partName(part), carrier: x.w.Part(part)}})
		if made { // what a library put there is known by who reads it
			for _, u := range x.locs[k].cell.readers {
				if u.frame >= 0 {
					x.add(step{kind: handedOn, at: use{u.frame, x.frames[u.frame].fn.reg(u.instr)}, from: n, note: note{carrier: x.w.Part(part)}})
				}
			}
		}
	}
}
