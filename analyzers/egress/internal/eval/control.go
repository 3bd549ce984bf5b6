package eval

import (
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// deciders returns the branches of a frame's function that decide whether a
// block is reached, nearest first: those whose sides have not met again before
// it (Ferrante, Ottenstein, Warren 1987), and those on a side of which a call
// may not come back.
func (r *Run) deciders(f *frame, blk int32) []int32 {
	at := blockUse{f.id, blk}
	out, ok := r.decidersOf[at]
	if !ok {
		out = slices.DeleteFunc(controllers(f.fn, blk), func(c int32) bool { return !r.decides(f, c, blk) })
		if r.decidersOf == nil {
			r.decidersOf = map[blockUse][]int32{}
		}
		r.decidersOf[at] = out
	}
	return out
}

// decides reports whether a branch is one of the deciders of a block.
func (e *eval) decides(f *frame, branch, blk int32) bool {
	sides := f.fn.sides(branch)
	return sides.has(uint32(blk)) || e.endsIn(f, sides)
}

// endsIn reports whether some call in one of the blocks may not come back.
func (e *eval) endsIn(f *frame, blocks bitSet) bool {
	for b := range int32(len(f.fn.Blocks)) {
		if blocks.has(uint32(b)) && (e.stopsAt(f, b) || e.callsStop(f, b)) {
			return true
		}
	}
	return false
}

// callsStop reports whether a block calls something that may not come back.
func (e *eval) callsStop(f *frame, b int32) bool {
	for i := f.fn.Blocks[b].Start; i < f.fn.Blocks[b].End; i++ {
		for _, c := range f.callees(i) {
			if e.mayStop(e.frames[c.frame]) {
				return true
			}
		}
	}
	return false
}

// mayStop reports whether a frame has a block that ends without returning.
func (e *eval) mayStop(g *frame) bool {
	for b := range g.fn.Blocks {
		if e.stopsAt(g, int32(b)) {
			return true
		}
	}
	return false
}

// stopsAt reports whether a block of a frame ends at a call.
func (e *eval) stopsAt(f *frame, b int32) bool {
	at := f.progress[b]
	return at >= 0 && at < f.fn.Blocks[b].End-1 && f.fn.Instrs[at].Op == ir.OpCall
}

// sides are the blocks that control may come to after a branch before its sides
// meet again.
func (fn *function) sides(branch int32) bitSet {
	if out, ok := fn.sidesOf[branch]; ok {
		return out
	}
	if fn.meets == nil {
		fn.meets = fn.postDominators()
		fn.sidesOf = map[int32]bitSet{}
	}
	from, out := fn.blockOf[branch], newBitSet(len(fn.Blocks))
	for todo := slices.Clone(fn.Blocks[from].Succs); len(todo) > 0; {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if b != fn.meets[from] && out.add(uint32(b)) {
			todo = append(todo, fn.Blocks[b].Succs...)
		}
	}
	fn.sidesOf[branch] = out
	return out
}

// postDominators returns the nearest block that control passes on every way from
// each block to the end, which has the number after the last block; the end
// where there is none (Cooper, Harvey, Kennedy 2001). A block from which there is
// no way to a return counts as an end.
func (fn *function) postDominators() []int32 {
	end := int32(len(fn.Blocks))
	order, succs := fn.backwards(end)
	rank := make([]int, end+1)
	for n, b := range order {
		rank[b] = n
	}
	out := make([]int32, end+1)
	for b := range out {
		out[b] = -1
	}
	out[end] = end
	meet := func(a, b int32) int32 {
		for a != b {
			for rank[a] > rank[b] {
				a = out[a]
			}
			for rank[b] > rank[a] {
				b = out[b]
			}
		}
		return a
	}
	for changed := true; changed; {
		changed = false
		for _, b := range order[1:] {
			next := int32(-1)
			for _, s := range succs(b) {
				switch {
				case out[s] < 0:
				case next < 0:
					next = s
				default:
					next = meet(next, s)
				}
			}
			if out[b] != next {
				out[b], changed = next, true
			}
		}
	}
	return out
}

// backwards numbers the blocks from the end, each before those that only lead to
// it, and says where control goes from each.
func (fn *function) backwards(end int32) (order []int32, succs func(int32) []int32) {
	leaves := make([]bool, end) // control may come to an end from there
	var mark func(b int32)
	var post []int32
	mark = func(b int32) {
		leaves[b] = true
		for _, p := range fn.Blocks[b].Preds {
			if !leaves[p] {
				mark(p)
			}
		}
		post = append(post, b)
	}
	ends := map[int32]bool{}
	for b := range fn.Blocks {
		if len(fn.Blocks[b].Succs) == 0 {
			ends[int32(b)] = true
			if !leaves[b] {
				mark(int32(b))
			}
		}
	}
	for b := len(fn.Blocks) - 1; b >= 0; b-- { // endless loops
		if !leaves[b] {
			ends[int32(b)] = true
			mark(int32(b))
		}
	}
	order = append(order, end)
	for _, b := range slices.Backward(post) {
		order = append(order, b)
	}
	return order, func(b int32) []int32 {
		if ends[b] {
			return append(slices.Clone(fn.Blocks[b].Succs), end)
		}
		return fn.Blocks[b].Succs
	}
}
