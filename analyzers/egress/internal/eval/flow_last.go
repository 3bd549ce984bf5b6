package eval

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// last says whether only the last element of a path counts where a walk stands:
// somebody takes it on the way to the sink.
type last int8

const (
	asBefore last = iota // as at the step before
	onlyLast
	entire
)

// lastOf follows a call that takes the last element of a path, or that joins the
// path of which it is taken: of that only the last element. What any other
// function makes of a path may tell of all its elements. It reports whether
// that is all there is to follow.
func (x *flows) lastOf(n int32, f *frame, in *ir.Instr, symbol string) bool {
	joins := false
	if m, ok := x.w.Model(symbol); ok {
		joins = m.Effect == "join"
	}
	switch {
	case x.w.Last(symbol):
		for _, a := range operands(in) {
			if a.Kind == ir.Reg {
				x.add(step{kind: inRegister, at: use{f.id, a.I}, index: -1, last: onlyLast, from: n})
			}
		}
		return true
	case x.steps[n].last != onlyLast, in.Args[0].Kind == ir.Builtin:
		return false
	case joins:
		if a, ok := lastElement(f, in); ok {
			x.reg(f, a, n, note{})
			return true
		}
	}
	x.steps[n].last = entire
	return false
}

// lastElement is the operand that is put last into the slice that a call is
// given, which was made for it.
func lastElement(f *frame, in *ir.Instr) (ir.Arg, bool) {
	args := operands(in)
	if len(args) == 0 {
		return ir.Arg{}, false
	}
	i, ok := f.fn.instrOf(args[len(args)-1])
	if !ok || f.fn.Instrs[i].Op != ir.OpSlice {
		return ir.Arg{}, false
	}
	made, ok := f.fn.instrOf(f.fn.Instrs[i].Args[0])
	if !ok || f.fn.Instrs[made].Op != ir.OpAlloc {
		return ir.Arg{}, false
	}
	var out ir.Arg
	found := false
	for _, u := range f.fn.users[f.fn.reg(made)] { // in order: the last address is that of the last element
		if f.fn.Instrs[u].Op != ir.OpIndexAddr {
			continue
		}
		for _, st := range f.fn.users[f.fn.reg(u)] {
			if s := &f.fn.Instrs[st]; s.Op == ir.OpStore {
				out, found = s.Args[1], true
			}
		}
	}
	return out, found
}

// endsPath reports whether the right side of a sum of texts holds the last
// element of a path, of which nothing else counts.
func (x *flows) endsPath(n int32, f *frame, in *ir.Instr) bool {
	if in.Sub != ir.Add || x.steps[n].last != onlyLast {
		return false
	}
	consts := x.vs.get(x.arg(f, in.Args[1])).consts
	return len(consts) > 0 && !slices.ContainsFunc(consts, func(c cid) bool {
		return !strings.Contains(x.p.consts[c].Text, "/")
	})
}
