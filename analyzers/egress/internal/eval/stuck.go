package eval

import (
	"cmp"
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// loosen helps control on where it stands still at rest because a value is
// missing: a test of nothing, a call that lacks an argument. Everything that is
// absent has its zero value by then, so the evaluation has lost something. The
// value becomes given up, at the place where it should have come from, and what
// is reached only that way is unknown. Waiting for a channel that nobody sends
// on is no such thing, and what comes after an exit or a panic neither. Nothing is
// lost where a group of settings is taken for granted: that comes first.
func (e *eval) loosen() bool {
	e.loosened++
	halted := e.halted()
	return e.loosenSome(halted, true) || e.loosenSome(halted, false)
}

// loosenSome helps some of the blocks on, a few more each time, for the others
// may go on by themselves then. granted leaves out those that have lost something.
func (e *eval) loosenSome(halted []blockUse, granted bool) bool {
	left := e.loosened
	changed := false
	for _, b := range halted {
		f := e.frames[b.frame]
		if !e.loosenAt(f, f.progress[b.block], granted) {
			continue
		}
		changed = true
		if left--; left == 0 {
			return true
		}
	}
	return changed
}

// halted are the blocks that were reached and not done, in order.
func (e *eval) halted() []blockUse {
	e.begun = slices.DeleteFunc(e.begun, e.isDone)
	slices.SortFunc(e.begun, func(a, b blockUse) int {
		return cmp.Or(cmp.Compare(a.frame, b.frame), cmp.Compare(a.block, b.block))
	})
	return e.begun
}

// isDone reports whether control left a block, or ended there, with all that the
// last instruction needs.
func (e *eval) isDone(b blockUse) bool {
	f := e.frames[b.frame]
	i := f.progress[b.block]
	if i == f.fn.Blocks[b.block].End {
		return true
	}
	switch in := &f.fn.Instrs[i]; in.Op {
	case ir.OpIf, ir.OpReturn, ir.OpJump, ir.OpPanic:
		return !slices.ContainsFunc(in.Args, func(a ir.Arg) bool { return a.Kind == ir.Reg && f.regs[a.I] == bottom })
	}
	return false
}

// loosenAt gives the operands that an instruction waits for a value.
func (e *eval) loosenAt(f *frame, i int32, granted bool) bool {
	in := &f.fn.Instrs[i]
	switch in.Op {
	case ir.OpIf, ir.OpCall, ir.OpInvoke, ir.OpReturn:
	default:
		return false
	}
	changed := false
	for _, a := range in.Args {
		if a.Kind == ir.Reg && f.regs[a.I] == bottom {
			changed = e.loosenReg(f, a.I, map[int32]bool{}, granted) || changed
		}
	}
	return changed
}

// loosenReg gives a register without a value one, at the nearest instruction
// back from it that had all it needs.
func (e *eval) loosenReg(f *frame, reg int32, seen map[int32]bool, granted bool) bool {
	i := reg - int32(f.fn.NumRegs())
	if i < 0 || seen[reg] {
		return !granted && e.loosenInput(f, reg, seen)
	}
	seen[reg] = true
	in := &f.fn.Instrs[i]
	switch in.Op {
	case ir.OpSelect, ir.OpRecv:
		return false // waits for ever
	}
	lacking, changed := false, false
	for _, a := range in.Args {
		if a.Kind == ir.Reg && f.regs[a.I] == bottom {
			lacking = true
			changed = e.loosenReg(f, a.I, seen, granted) || changed
		}
	}
	if lacking || in.Op == ir.OpPhi || f.progress[f.fn.blockOf[i]] <= i {
		return changed
	}
	if in.Op == ir.OpFieldAddr && e.grant(f, in.Args[0]) {
		return true
	}
	if !granted {
		e.set(f, reg, e.missing(f, in, i), i)
	}
	return changed || !granted
}

// loosenInput gives a parameter or captured variable without a value one.
func (e *eval) loosenInput(f *frame, reg int32, seen map[int32]bool) bool {
	if seen[reg] || reg >= int32(f.fn.NumRegs()) {
		return false
	}
	e.setInput(f, reg, e.givenUpVal(e.placeAt(f, 0)))
	return true
}

// missing is what stands for a value that is missing. A result that comes with an
// error all the time is the world's: somebody uses it without looking.
func (e *eval) missing(f *frame, in *ir.Instr, i int32) val {
	if in.Op == ir.OpExtract {
		return e.worldVal()
	}
	return e.givenUpVal(e.placeAt(f, i))
}

// grant gives a program the groups of settings that it takes for granted, empty:
// who runs it at all has written them. It reports whether that gives an operand
// a value, which was loaded from where such a group is kept.
func (e *eval) grant(f *frame, a ir.Arg) bool {
	i, ok := f.fn.instrOf(a)
	if !ok || f.fn.Instrs[i].Op != ir.OpLoad {
		return false
	}
	granted := false
	for _, l := range e.vs.get(e.arg(f, f.fn.Instrs[i].Args[0])).refs {
		if o := e.originOf(l); o.source == fromFile && e.isGroup(l) {
			before := f.regs[f.fn.reg(i)]
			e.set(f, f.fn.reg(i), e.group(l, e.configKey(o.at, o.source)), i)
			granted = granted || f.regs[f.fn.reg(i)] != before
		}
	}
	return granted
}
