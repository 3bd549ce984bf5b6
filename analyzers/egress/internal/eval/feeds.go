package eval

import (
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// Feeds reports whether what one site gets back has a part in what another
// sends, or in what guards it. How control comes to the site is left out:
// nearly everything depends by that on what came before.
func (r *Run) Feeds(from, to *Site) bool {
	sources, ok := r.fedBy[to]
	if !ok {
		sources = r.sourcesOf(to)
		if r.fedBy == nil {
			r.fedBy = map[*Site]bitSet{}
		}
		r.fedBy[to] = sources
	}
	return slices.ContainsFunc(from.Uses, func(u use) bool { return sources.has(r.number(u)) })
}

// sourcesOf are the instructions that have a part in what a site sends, or in
// what guards it.
func (r *Run) sourcesOf(to *Site) bitSet {
	r.invert()
	x := newSlicer(r, false)
	x.failing = map[fnID][]bool{}
	steps, _ := r.Path(to)
	x.feeds = map[fnID]int32{}
	for _, st := range steps {
		f, _ := r.at(st.at)
		x.feeds[f.fn.id] = f.fn.blockOf[st.at.instr]
	}
	for _, u := range to.Uses {
		f, in := r.at(u)
		for _, a := range in.Args {
			x.operand(f, a)
		}
	}
	for _, st := range steps {
		f, _ := r.at(st.at)
		blk := f.fn.blockOf[st.at.instr]
		near := controllers(f.fn, blk)
		for _, c := range near[:min(len(near), mostGuards)] {
			if guards(f.fn, f.fn.blockOf[c], blk) {
				x.push(use{f.id, c})
			}
		}
	}
	x.follow(maxSlice)
	return x.seen
}

// handed follows what was stored into the objects that a function without an
// analysed body is handed.
func (x *slicer) handed(f *frame, in *ir.Instr) {
	for _, a := range in.Args {
		x.within(x.arg(f, a), 0)
	}
}

func (x *slicer) within(v val, depth int) {
	if depth > maxDeep {
		return
	}
	info := x.vs.get(v)
	for _, d := range info.dyns {
		x.within(d.v, depth)
	}
	for _, l := range info.refs {
		if k := x.locs[l].obj.kind; k != code && k != zeroes {
			x.contents(l, depth)
		}
	}
}

func (x *slicer) contents(l loc, depth int) {
	if x.cells.has(uint32(l)) {
		return
	}
	x.cell(l)
	x.within(x.locs[l].cell.v, depth+1)
	for _, k := range x.locs[l].kids {
		x.contents(k, depth)
	}
}

// chosen reports whether a branch decides what is stored, and not as well
// whether control comes to the site at all: both ways lead on.
func (x *slicer) chosen(fn *function, branch int32) bool {
	for _, s := range fn.Blocks[fn.blockOf[branch]].Succs {
		if goal, ok := x.feeds[fn.id]; ok && s != goal && !fn.reaches(s, goal, -1) || !ok && x.fails(fn, s) {
			return false
		}
	}
	return true
}

// fails reports whether control cannot get from a block to a return without an
// error.
func (x *slicer) fails(fn *function, from int32) bool {
	failing, ok := x.failing[fn.id]
	if !ok {
		failing = fn.failing()
		x.failing[fn.id] = failing
	}
	return failing[from]
}

// failing tells by block whether control cannot get from there to a return
// without an error.
func (fn *function) failing() []bool {
	out := make([]bool, len(fn.Blocks))
	var todo []int32
	for b := range fn.Blocks {
		last := &fn.Instrs[fn.Blocks[b].End-1]
		if out[b] = last.Op != ir.OpReturn || last.Sub != 0; !out[b] {
			todo = append(todo, int32(b))
		}
	}
	for n := 0; n < len(todo); n++ {
		for _, p := range fn.Blocks[todo[n]].Preds {
			if out[p] {
				out[p] = false
				todo = append(todo, p)
			}
		}
	}
	return out
}
