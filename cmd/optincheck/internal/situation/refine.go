package situation

import (
	"go/token"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
)

// at is what is known of an operand in a block: whoever has asked whether it is
// nil knows the answer.
func (r *Run) at(f *frame, v ssa.Value, b *ssa.BasicBlock) val {
	got := r.value(f, v)
	if got.kind != any_ {
		return got
	}
	for _, g := range r.guards(b) {
		if n, ok := nilness(g, v); ok {
			return n
		}
	}
	return got
}

// along is what is known of an operand on the edge to a block.
func (r *Run) along(f *frame, v ssa.Value, from, to *ssa.BasicBlock) val {
	got := r.at(f, v, from)
	last, ok := from.Instrs[len(from.Instrs)-1].(*ssa.If)
	if got.kind != any_ || !ok || from.Succs[0] == from.Succs[1] {
		return got
	}
	if n, ok := nilness(flow.Guard{If: last, Holds: from.Succs[0] == to}, v); ok {
		return n
	}
	return got
}

// nilness is what a decision says of a value.
func nilness(g flow.Guard, v ssa.Value) (val, bool) {
	cond, ok := g.If.Cond.(*ssa.BinOp)
	if !ok || cond.X != v || cond.Op != token.EQL && cond.Op != token.NEQ {
		return val{}, false
	}
	if c, ok := cond.Y.(*ssa.Const); !ok || !c.IsNil() {
		return val{}, false
	}
	if g.Holds == (cond.Op == token.EQL) {
		return val{kind: null}, true
	}
	return val{kind: some}, true
}

func (r *Run) guards(b *ssa.BasicBlock) []flow.Guard {
	gs, ok := r.m.guards[b]
	if !ok {
		if r.m.guards == nil {
			r.m.guards = map[*ssa.BasicBlock][]flow.Guard{}
		}
		gs = flow.Guards(b)
		r.m.guards[b] = gs
	}
	return gs
}
