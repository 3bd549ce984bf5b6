package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// An initial value is what a new object or variable is given before anybody
// can look, as by a literal. Where the program stores to such a field or
// variable elsewhere, it is a default like zero: it counts only if control gets
// to some look past all other stores, which is asked at rest. So a setting that
// is true in NewConfig and set to false behind a variable is false where the
// variable is set, and true where it is not.
type initial struct {
	v      val
	from   []loc // cells that it is copied from
	counts bool
}

// initialOf returns the initial value of a cell that waits; nil if none waits.
func (e *eval) initialOf(l loc) *initial {
	in := e.initials[l]
	if in == nil {
		if !e.mayChange(l) {
			return nil
		}
		if e.initials == nil {
			e.initials = map[loc]*initial{}
		}
		in = &initial{}
		e.initials[l] = in
		e.fallbacks = append(e.fallbacks, fallback{kind: initialValue, l: l})
	}
	if in.counts {
		return nil
	}
	return in
}

// startsWith lets an initial value count. It reports whether that changes the
// cell.
func (e *eval) startsWith(l loc) bool {
	in := e.initials[l]
	in.counts = true
	before := e.locs[l].cell.v
	e.grow(l, in.v, 0)
	copied := false // what is there may be known later
	for _, src := range in.from {
		copied = e.attach(src, l) || copied
	}
	return copied || e.locs[l].cell.v != before
}

// mayChange reports whether the program stores to a cell after it was given an
// initial value: to its field anywhere, to the variable, or to the captured
// local.
func (e *eval) mayChange(l loc) bool {
	switch e.p.types[e.locs[l].typ].kind {
	case ir.KBool, ir.KInt, ir.KFloat, ir.KString, ir.KPointer, ir.KFunc, ir.KInterface:
	default:
		return false
	}
	for at := l; ; at = e.locs[at].parent {
		x := &e.locs[at]
		switch {
		case x.parent != 0 && e.p.changed[x.part]:
			return true
		case x.parent != 0:
			continue
		case x.obj.kind == variable:
			return e.p.changed[e.p.strOf[x.obj.name]]
		}
		return at == l && x.obj.kind == allocated && e.p.changesLocal(x.obj.fn, x.obj.fn.reg(x.obj.site))
	}
}

// changes notes the fields and variables that a function stores to after their
// first value. Fields of the standard library's types are left out: models read
// them as they are.
func (p *Program) changes(fn *function) {
	for i := range fn.Instrs {
		in := &fn.Instrs[i]
		if in.Op != ir.OpStore || in.Sub != 0 {
			continue
		}
		if a := in.Args[0]; a.Kind == ir.Variable && fn.Name != "init" {
			p.changed[fn.sym(a.I)] = true
		} else if addr, ok := fn.instrOf(a); ok && fn.Instrs[addr].Op == ir.OpFieldAddr && p.isOurs(fn.sym(fn.Instrs[addr].Sym)) {
			p.changed[fn.sym(fn.Instrs[addr].Sym)] = true
		}
	}
}

// isOurs reports whether a symbol's package is analysed.
func (p *Program) isOurs(s sym) bool {
	path, _, _ := strings.Cut(p.strs[s], ":")
	return p.byPath[path] != nil
}

// changesLocal reports whether what a register of fn points to is stored to
// again: by fn, by a closure, or by something that gets the address.
func (p *Program) changesLocal(fn *function, reg int32) bool {
	for _, u := range fn.users[reg] {
		in := &fn.Instrs[u]
		switch in.Op {
		case ir.OpLoad:
		case ir.OpBox:
			if !p.boxesInterface(fn, in) { // whoever decodes there keeps what an interface holds
				return true
			}
		case ir.OpStore:
			if in.Sub == 0 || in.Args[1] == (ir.Arg{Kind: ir.Reg, I: reg}) {
				return true // stored to again, or its address kept
			}
		case ir.OpMakeClosure:
			if in.Args[0].Kind != ir.Function || p.closureChanges(p.fn(p.strs[fn.sym(in.Args[0].I)]), in, reg) {
				return true
			}
		default:
			return true
		}
	}
	return false
}

// boxesInterface reports whether an instruction boxes the address of an interface.
func (p *Program) boxesInterface(fn *function, in *ir.Instr) bool {
	at, ok := fn.instrOf(in.Args[0])
	return ok && fn.Instrs[at].Op == ir.OpAlloc && p.types[fn.unit.typ[fn.Instrs[at].Type]].kind == ir.KInterface
}

func (p *Program) closureChanges(fn *function, in *ir.Instr, reg int32) bool {
	if fn == nil {
		return false
	}
	for n, a := range in.Args[1:] {
		if a.Kind == ir.Reg && a.I == reg && p.changesLocal(fn, int32(len(fn.Params)+n)) {
			return true
		}
	}
	return false
}
