package eval

import (
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// Deciding returns the branches on the way to a site that one side of leads
// past it, or that give a value to what such a branch tests. A branch whose
// sides meet again before the site, whatever it tests, decides nothing.
func (r *Run) Deciding(steps []Step) []Branch {
	var out []Branch
	for i := len(steps) - 1; i >= 0; i-- {
		f, _ := r.at(steps[i].at)
		fn, blk := f.fn, f.fn.blockOf[steps[i].at.instr]
		var past, others []int32
		for _, c := range controllers(fn, blk) {
			if fn.leadsPast(c, blk) && r.decides(f, c, blk) {
				past = append(past, c)
			} else {
				others = append(others, c)
			}
		}
		if len(others) > 0 {
			chosen := fn.choices(past)
			others = slices.DeleteFunc(others, func(c int32) bool { return !chosen[c] })
		}
		for _, c := range append(past, others...) {
			out = append(out, r.branchAt(fn, c))
		}
	}
	return out
}

// leadsPast reports whether control can leave the function after a branch
// without coming to blk.
func (fn *function) leadsPast(branch, blk int32) bool {
	seen := map[int32]bool{blk: true}
	todo := []int32{fn.blockOf[branch]}
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[b] {
			continue
		}
		seen[b] = true
		if len(fn.Blocks[b].Succs) == 0 {
			return true
		}
		todo = append(todo, fn.Blocks[b].Succs...)
	}
	return false
}

// choices are the branches that choose between the values that what branches
// test may have.
func (fn *function) choices(branches []int32) map[int32]bool {
	out, seen, met := map[int32]bool{}, map[int32]bool{}, map[int32]bool{}
	todo := slices.Clone(branches)
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[i] {
			continue
		}
		seen[i] = true
		in := &fn.Instrs[i]
		if blk := fn.blockOf[i]; in.Op == ir.OpPhi && !met[blk] {
			met[blk] = true
			for _, c := range fn.between(blk) {
				out[c] = true
			}
		}
		for _, s := range fn.storesBefore(in) {
			for _, c := range fn.between(fn.blockOf[s]) {
				out[c] = true
			}
			todo = append(todo, s)
		}
		for _, a := range in.Args {
			if n, ok := fn.instrOf(a); ok {
				todo = append(todo, n)
			}
		}
	}
	return out
}

// storesBefore are the stores of the function to what a load reads: to the same
// address, or to the same field of whatever.
func (fn *function) storesBefore(load *ir.Instr) (out []int32) {
	if load.Op != ir.OpLoad {
		return nil
	}
	for s := range fn.Instrs {
		if in := &fn.Instrs[s]; in.Op == ir.OpStore && (in.Args[0] == load.Args[0] || fn.sameField(in.Args[0], load.Args[0])) {
			out = append(out, int32(s))
		}
	}
	return out
}

func (fn *function) sameField(a, b ir.Arg) bool {
	x, ok := fn.instrOf(a)
	y, also := fn.instrOf(b)
	return ok && also && fn.Instrs[x].Op == ir.OpFieldAddr && fn.Instrs[y].Op == ir.OpFieldAddr && fn.Instrs[x].Sym == fn.Instrs[y].Sym
}
