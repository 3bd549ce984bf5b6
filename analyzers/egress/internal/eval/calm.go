package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// calm is the result of a call. In a calm state, an error that there may or may
// not be is none: what a switch decides is looked for where nothing goes wrong,
// as a program that falls back on its defaults when its settings cannot be read
// would have none that decides. A loop may end by an error, so there it stays.
func (e *eval) calm(f *frame, in *ir.Instr, i int32, v val) val {
	if !e.state.Calm || v == bottom || !e.p.types[f.fn.unit.typ[in.Type]].isError {
		return v
	}
	if x := e.vs.get(v); x.top == known && !x.null || f.fn.inLoop(f.fn.blockOf[i]) {
		return v
	}
	return e.nilVal()
}

// inLoop reports whether control may come back to a block.
func (fn *function) inLoop(blk int32) bool {
	if fn.loops == nil {
		fn.loops = make([]uint8, len(fn.Blocks))
	}
	if fn.loops[blk] == 0 {
		fn.loops[blk] = 1 + b2b(fn.reaches(blk, blk, -1))
	}
	return fn.loops[blk] == 2
}

// reaches reports whether control may go from the end of a block to another,
// not through a third.
func (fn *function) reaches(from, to, not int32) bool {
	seen := make([]bool, len(fn.Blocks))
	if not >= 0 {
		seen[not] = true
	}
	todo := []int32{from}
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, s := range fn.Blocks[b].Succs {
			if s == to {
				return true
			}
			if !seen[s] {
				seen[s] = true
				todo = append(todo, s)
			}
		}
	}
	return false
}
