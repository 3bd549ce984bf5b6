package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// Ends returns where the program ends because a site failed: its error is
// tested, there or in a caller that it is returned to, and what follows exits
// or panics.
func (r *Run) Ends(s *Site) (at Branch, ok bool) {
	e := &ending{Run: r, seen: map[use]bool{}}
	for _, u := range s.Uses {
		if at, ok = e.after(u); ok {
			return at, true
		}
	}
	return Branch{}, false
}

type ending struct {
	*Run
	seen map[use]bool
}

// after follows the error that a call returns.
func (e *ending) after(u use) (Branch, bool) {
	if u.frame < 0 || e.seen[u] {
		return Branch{}, false
	}
	e.seen[u] = true
	f, in := e.at(u)
	if in.Op != ir.OpCall && in.Op != ir.OpInvoke {
		return Branch{}, false // nobody gets to see the error
	}
	reg := f.fn.reg(u.instr)
	if e.isError(f, u.instr) {
		return e.tested(f, reg)
	}
	for _, n := range f.fn.users[reg] {
		if f.fn.Instrs[n].Op == ir.OpExtract && e.isError(f, n) {
			if at, ok := e.tested(f, f.fn.reg(n)); ok {
				return at, true
			}
		}
	}
	return Branch{}, false
}

func (e *ending) isError(f *frame, i int32) bool {
	return e.p.types[f.fn.unit.typ[f.fn.Instrs[i].Type]].isError
}

// tested follows an error to the branches that test it, to the functions that
// it is handed to, and to where it is returned.
func (e *ending) tested(f *frame, reg int32) (Branch, bool) {
	for _, n := range f.fn.users[reg] {
		in := &f.fn.Instrs[n]
		at, ok := Branch{}, false
		switch in.Op {
		case ir.OpBinOp:
			at, ok = e.compared(f, n)
		case ir.OpReturn:
			at, ok = e.returned(f)
		case ir.OpPhi, ir.OpCopy:
			if !e.seen[use{f.id, n}] {
				e.seen[use{f.id, n}] = true
				at, ok = e.tested(f, f.fn.reg(n))
			}
		case ir.OpCall:
			at, ok = e.handed(f, n, reg)
		}
		if ok {
			return at, true
		}
	}
	return Branch{}, false
}

// compared looks at what follows where an error is not nil.
func (e *ending) compared(f *frame, cmp int32) (Branch, bool) {
	in := &f.fn.Instrs[cmp]
	if in.Sub != ir.Neq && in.Sub != ir.Eql || in.Args[0].Kind != ir.Nil && in.Args[1].Kind != ir.Nil {
		return Branch{}, false
	}
	for _, n := range f.fn.users[f.fn.reg(cmp)] {
		if f.fn.Instrs[n].Op != ir.OpIf {
			continue
		}
		failed := f.fn.Blocks[f.fn.blockOf[n]].Succs[0]
		if in.Sub == ir.Eql {
			failed = f.fn.Blocks[f.fn.blockOf[n]].Succs[1]
		}
		if at, ok := e.failed(f, failed); ok {
			return at, true
		}
	}
	return Branch{}, false
}

// failed looks through the blocks that only a failure leads to.
func (e *ending) failed(f *frame, top int32) (Branch, bool) {
	for b := range f.fn.Blocks {
		if !f.fn.dominates(top, int32(b)) || len(f.fn.Blocks[top].Preds) > 1 {
			continue
		}
		for n := f.fn.Blocks[b].Start; n < f.fn.Blocks[b].End; n++ {
			in := &f.fn.Instrs[n]
			if in.Op == ir.OpPanic || e.effectOf(f, in) == "exits" {
				return e.branchAt(f.fn, n), true
			}
			if in.Op == ir.OpReturn && len(in.Args) > 0 && in.Args[len(in.Args)-1].Kind != ir.Nil {
				if at, ok := e.returned(f); ok {
					return at, true
				}
			}
		}
	}
	return Branch{}, false
}

// returned goes on in the callers of a function that returns the error.
func (e *ending) returned(f *frame) (Branch, bool) {
	if !f.fn.ErrLast {
		return Branch{}, false
	}
	for _, c := range f.callers {
		if c.trigger == "timer" || c.trigger == "request" {
			continue
		}
		if at, ok := e.after(c.from); ok {
			return at, true
		}
	}
	return Branch{}, false
}

// handed goes on in a function that the error is handed to.
func (e *ending) handed(f *frame, call, reg int32) (Branch, bool) {
	for _, c := range f.callees(call) {
		g := e.frames[c.frame]
		for i, a := range f.fn.Instrs[call].Args[1:] {
			key := use{g.id, -1 - int32(i)}
			if a.Kind == ir.Reg && a.I == reg && i < len(g.fn.Params) && !e.seen[key] {
				e.seen[key] = true
				if at, ok := e.tested(g, int32(i)); ok {
					return at, true
				}
			}
		}
	}
	return Branch{}, false
}
