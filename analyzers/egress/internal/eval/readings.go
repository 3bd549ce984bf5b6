package eval

// readings are the cells that each instruction reads, in the order they were made.
type readings struct {
	starts []uint32 // by the number of the instruction: where its cells begin
	cells  []loc
}

func (r *Run) invertReaders() readings {
	out := readings{starts: make([]uint32, r.instrs+2)}
	each := func(visit func(n uint32, l loc)) {
		for l := range r.locs {
			for _, u := range r.locs[l].cell.readers {
				if u.frame >= 0 {
					visit(r.number(u), loc(l))
				}
			}
		}
	}
	each(func(n uint32, _ loc) { out.starts[n+2]++ })
	for n := 2; n < len(out.starts); n++ {
		out.starts[n] += out.starts[n-1]
	}
	out.cells = make([]loc, out.starts[len(out.starts)-1])
	each(func(n uint32, l loc) {
		out.cells[out.starts[n+1]] = l
		out.starts[n+1]++
	})
	return out
}

// readBy returns the cells that an instruction reads.
func (r *Run) readBy(u use) []loc {
	if u.frame < 0 {
		return nil
	}
	from, to := r.readings.starts[r.number(u)], r.readings.starts[r.number(u)+1]
	return r.readings.cells[from:to:to]
}

// number is the number of an instruction in all frames.
func (e *eval) number(u use) uint32 { return e.frames[u.frame].first + uint32(u.instr) }
