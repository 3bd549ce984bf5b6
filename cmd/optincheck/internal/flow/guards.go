package flow

import "golang.org/x/tools/go/ssa"

// A Guard is a decision that a block stands behind: control gets there only
// if the condition is as Holds says.
type Guard struct {
	If    *ssa.If
	Holds bool
}

// Guards are the decisions of its function that a block stands behind,
// innermost first.
func Guards(block *ssa.BasicBlock) []Guard {
	var guards []Guard
	for b := block; b != nil; b = b.Idom() {
		above := b.Idom()
		if above == nil {
			break
		}
		last, ok := above.Instrs[len(above.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		for i, succ := range above.Succs {
			if succ == b && len(b.Preds) == 1 {
				guards = append(guards, Guard{last, i == 0})
			}
		}
	}
	return guards
}

// Behind reports whether a block stands behind a decision with that outcome.
func Behind(block *ssa.BasicBlock, g Guard) bool {
	succ := g.If.Block().Succs[1]
	if g.Holds {
		succ = g.If.Block().Succs[0]
	}
	return len(succ.Preds) == 1 && succ.Dominates(block)
}

// A Chain is a way from where control comes in to a block: calls, outermost
// first.
type Chain []Edge

// maxChains bounds how many ways to one block are looked at.
const maxChains = 200

// Chains are the ways from the roots into a function. A function that is no
// root and that nothing calls has none.
func (p *Program) Chains(fn *ssa.Function, root func(*ssa.Function) bool) []Chain {
	var chains []Chain
	on := map[*ssa.Function]bool{}
	var up func(fn *ssa.Function, chain Chain)
	up = func(fn *ssa.Function, chain Chain) {
		if on[fn] || len(chains) >= maxChains {
			return
		}
		on[fn] = true
		defer delete(on, fn)
		if root(fn) {
			chains = append(chains, chain)
			return
		}
		for _, e := range p.callers[fn] {
			up(e.Call.Parent(), append(Chain{e}, chain...))
		}
		if fn.Parent() != nil && len(p.callers[fn]) == 0 {
			for _, c := range p.closures[fn] {
				up(c.Parent(), chain)
			}
		}
	}
	up(fn, nil)
	return chains
}
