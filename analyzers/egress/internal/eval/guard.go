package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// KeysOf returns the switches that the values which branches test were computed
// from, control apart.
func (r *Run) KeysOf(branches []Branch) map[SwitchKey]bool {
	r.invert()
	x := newSlicer(r, true)
	at := map[SiteKey]bool{}
	for _, b := range branches {
		at[SiteKey{b.Fn, b.Instr}] = true
	}
	for _, f := range r.frames {
		for k := range at {
			if k.Fn == f.fn.Symbol {
				x.push(use{f.id, k.Instr})
			}
		}
	}
	x.follow(maxSlice / 10)
	return x.keys
}

// Guards returns those of the branches on the way to a site of which one edge
// leads on to it for certain, and the other need not: what control dependence
// means (Ferrante, Ottenstein, Warren 1987).
func (r *Run) Guards(steps []Step) []Branch {
	var out []Branch
	for i := len(steps) - 1; i >= 0; i-- {
		f, _ := r.at(steps[i].at)
		blk := f.fn.blockOf[steps[i].at.instr]
		near := controllers(f.fn, blk)
		for _, c := range near[:min(len(near), mostGuards)] {
			if guards(f.fn, f.fn.blockOf[c], blk) {
				out = append(out, r.branchAt(f.fn, c))
			}
		}
	}
	return out
}

// mostGuards bounds the work on a function that somebody generated.
const mostGuards = 200

func guards(fn *function, branch, blk int32) bool {
	leads, leaves := false, false
	for _, s := range fn.Blocks[branch].Succs {
		if escapes(fn, s, blk) {
			leaves = true
		} else {
			leads = true
		}
	}
	return leads && leaves
}

// escapes reports whether control can get from a block to the end of its
// function without passing another block.
func escapes(fn *function, from, past int32) bool {
	seen := map[int32]bool{past: true}
	todo := []int32{from}
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[b] {
			continue
		}
		seen[b] = true
		if len(fn.Blocks[b].Succs) == 0 && fn.Instrs[fn.Blocks[b].End-1].Op == ir.OpReturn {
			return true
		}
		todo = append(todo, fn.Blocks[b].Succs...)
	}
	return false
}
