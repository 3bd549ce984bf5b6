package eval

// Feeds reports whether what one site gets back has a part in what another
// sends, or in whether it does.
func (r *Run) Feeds(from, to *Site) bool {
	r.invert()
	x := &slicer{Run: r, seen: map[use]bool{}, keys: map[SwitchKey]bool{}, cells: map[loc]bool{}}
	for _, u := range to.Uses {
		x.control(u)
		f, in := r.at(u)
		for _, a := range in.Args {
			x.operand(f, a)
		}
	}
	for n := 0; len(x.todo) > 0 && n < maxSlice; n++ {
		u := x.todo[0]
		x.todo = x.todo[1:]
		x.visit(u)
	}
	for _, u := range from.Uses {
		if x.seen[u] {
			return true
		}
	}
	return false
}
