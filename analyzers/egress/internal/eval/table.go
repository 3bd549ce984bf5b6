package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// A tie binds two fields of one struct together: a field that is read only
// where another one was found to be equal to something. Of a table of commands,
// each with its name and its function, only the functions are read whose names
// were typed.
type tie struct {
	name  int32 // the load of the field that was compared
	value ir.Arg
}

// ties finds the loads of a function that a comparison of another field of
// the same struct stands before.
func ties(fn *function) map[int32]tie {
	var out map[int32]tie
	for i := range fn.Instrs {
		if fn.Instrs[i].Op != ir.OpIf {
			continue
		}
		name, value, side, ok := fn.compared(&fn.Instrs[i])
		if !ok {
			continue
		}
		to := fn.Blocks[fn.blockOf[i]].Succs[side]
		if len(fn.Blocks[to].Preds) != 1 {
			continue
		}
		for _, n := range fn.otherFields(name) {
			if fn.dominates(to, fn.blockOf[n]) {
				if out == nil {
					out = map[int32]tie{}
				}
				out[n] = tie{name, value}
				if value.Kind == ir.Reg {
					fn.users[value.I] = append(fn.users[value.I], n)
				}
			}
		}
	}
	return out
}

// compared reports whether a branch asks if a field of a struct is equal to a
// value, and the side on which it is.
func (fn *function) compared(in *ir.Instr) (name int32, value ir.Arg, side int, ok bool) {
	test, found := fn.instrOf(in.Args[0])
	if !found || fn.Instrs[test].Op != ir.OpBinOp {
		return 0, ir.Arg{}, 0, false
	}
	switch fn.Instrs[test].Sub {
	case ir.Eql:
	case ir.Neq:
		side = 1
	default:
		return 0, ir.Arg{}, 0, false
	}
	args := fn.Instrs[test].Args
	for n, a := range args {
		if load, found := fn.instrOf(a); found {
			if _, ok := fn.fieldOf(load); ok {
				return load, args[1-n], side, true
			}
		}
	}
	return 0, ir.Arg{}, 0, false
}

// instrOf returns the instruction that defines an operand.
func (fn *function) instrOf(a ir.Arg) (int32, bool) {
	n := a.I - int32(fn.NumRegs())
	return n, a.Kind == ir.Reg && n >= 0
}

// fieldOf returns the instruction that makes the address of a field which an
// instruction loads.
func (fn *function) fieldOf(load int32) (addr int32, ok bool) {
	if fn.Instrs[load].Op != ir.OpLoad {
		return 0, false
	}
	addr, ok = fn.instrOf(fn.Instrs[load].Args[0])
	return addr, ok && fn.Instrs[addr].Op == ir.OpFieldAddr
}

// otherFields lists what loads other fields of the struct that an instruction
// loads a field of.
func (fn *function) otherFields(load int32) (out []int32) {
	addr, _ := fn.fieldOf(load)
	base := fn.Instrs[addr].Args[0]
	if base.Kind != ir.Reg {
		return nil
	}
	for _, x := range fn.users[base.I] {
		if in := &fn.Instrs[x]; in.Op != ir.OpFieldAddr || in.Sym == fn.Instrs[addr].Sym {
			continue
		}
		for _, n := range fn.users[fn.reg(x)] {
			if fn.Instrs[n].Op == ir.OpLoad {
				out = append(out, n)
			}
		}
	}
	return out
}

// tiedLoad reads a field of those structs whose other field may be equal to
// the value that it was compared with. ok is false if there may be others.
func (e *eval) tiedLoad(f *frame, i int32, g tie) (out val, ok bool) {
	addr, _ := f.fn.fieldOf(i)
	name, _ := f.fn.fieldOf(g.name)
	field := func(s loc, in *ir.Instr) loc { return e.child(s, f.fn.sym(in.Sym), f.fn.unit.typ[in.Type]) }
	in, other := &f.fn.Instrs[addr], &f.fn.Instrs[name]
	by := use{f.id, i}
	x := e.vs.get(e.arg(f, in.Args[0]))
	if x.top != known || x.some {
		return bottom, false
	}
	structs := x.refs
	if len(structs) == 1 { // of a table's elements, the one at hand
		here := structs[0]
		for _, l := range []loc{field(here, in), field(here, other)} {
			e.noteReader(l, by)
			if len(e.locs[l].cell.stores) > 0 {
				return bottom, false
			}
		}
		if structs = e.elementsAt(here, by); len(structs) < 2 {
			return bottom, false
		}
	}
	w := e.arg(f, g.value)
	for _, s := range structs {
		v := e.loadCell(field(s, other), by)
		if v != bottom && w != bottom && e.equal(v, w, 0) != e.boolVal(false) {
			out = e.join(out, e.loadCell(field(s, in), by), 0)
		}
	}
	return out, true
}

// elementsAt are the structs that were copied to here: the elements of a table,
// in a loop's variable. by is evaluated again when there are more.
func (e *eval) elementsAt(here loc, by use) (out []loc) {
	if e.tied == nil {
		e.tied = map[loc][]use{}
	}
	e.tied[here] = addUse(e.tied[here], by)
	for _, s := range e.locs[here].edges.sources {
		switch at := &e.locs[s.at]; {
		case at.part == e.p.parts.each:
			out = append(out, e.elementsAt(s.at, by)...)
		case at.part != e.p.parts.some || at.cell.stored:
			out = append(out, s.at)
		}
	}
	return out
}
