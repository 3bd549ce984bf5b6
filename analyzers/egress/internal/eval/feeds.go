package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// Feeds reports whether what one site gets back has a part in what another
// sends, or in what guards it. How control comes to the site is left out:
// nearly everything depends by that on what came before.
func (r *Run) Feeds(from, to *Site) bool {
	r.invert()
	x := newSlicer(r, false)
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
	for _, u := range from.Uses {
		if x.seen[u] {
			return true
		}
	}
	return false
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
	if x.cells[l] {
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
		if goal, ok := x.feeds[fn.id]; ok && s != goal && !fn.reaches(s, goal, -1) || !ok && fn.fails(s) {
			return false
		}
	}
	return true
}

// fails reports whether control cannot get from a block to a return without an
// error.
func (fn *function) fails(from int32) bool {
	for b := range fn.Blocks {
		last := &fn.Instrs[fn.Blocks[b].End-1]
		if last.Op == ir.OpReturn && last.Sub == 0 && (int32(b) == from || fn.reaches(from, int32(b), -1)) {
			return false
		}
	}
	return true
}
