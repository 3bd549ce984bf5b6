package eval

// Feeds reports whether what one site gets back has a part in what another
// sends, or in what guards it. How control comes to the site is left out:
// nearly everything depends by that on what came before.
func (r *Run) Feeds(from, to *Site) bool {
	r.invert()
	x := newSlicer(r, false)
	for _, u := range to.Uses {
		f, in := r.at(u)
		for _, a := range in.Args {
			x.operand(f, a)
		}
	}
	steps, _ := r.Path(to)
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
