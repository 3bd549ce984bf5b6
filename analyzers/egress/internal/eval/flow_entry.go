package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// A pairing ties a file to the entry of a map: a loop over the map names the file
// by the entry's key, so that no other entry is written there.
type pairing struct {
	key   sym
	loops map[use]bool
}

// maxCalls bounds the calls between a loop and what its keys name.
const maxCalls = 4

// pair finds the loops over maps whose keys are the name in a call that writes a
// file of that name. It returns the number of the pairing, or -1 if there is none.
func (x *flows) pair(at use, name ir.Arg, file string) int32 {
	loops := map[use]bool{}
	x.namedBy(x.frames[at.frame], name, maxCalls, loops)
	if len(loops) == 0 {
		return -1
	}
	key := x.p.intern("[" + file + "]")
	for n, p := range x.pairs[1:] {
		if p.key == key && len(p.loops) == len(loops) && within(loops, p.loops) {
			return int32(n) + 1
		}
	}
	x.pairs = append(x.pairs, pairing{key, loops})
	return int32(len(x.pairs)) - 1
}

func within(a, b map[use]bool) bool {
	for u := range a {
		if !b[u] {
			return false
		}
	}
	return true
}

// namedBy collects the loops whose keys an operand is.
func (x *flows) namedBy(f *frame, a ir.Arg, calls int, loops map[use]bool) {
	if a.Kind != ir.Reg {
		return
	}
	if a.I < int32(len(f.fn.Params)) {
		for _, c := range f.callers {
			if c.from.frame < 0 || calls == 0 {
				continue
			}
			g, in := x.at(c.from)
			if b, ok := operandFor(g, in, f.fn, a.I); ok {
				x.namedBy(g, b, calls-1, loops)
			}
		}
		return
	}
	const key = 1 // of what a turn of a loop yields
	n, ok := f.fn.instrOf(a)
	if !ok || f.fn.Instrs[n].Op != ir.OpExtract || f.fn.Instrs[n].Num != key {
		return
	}
	if at, ok := f.fn.instrOf(f.fn.Instrs[n].Args[0]); ok && f.fn.Instrs[at].Op == ir.OpNext {
		loops[use{f.id, at}] = true
	}
}

// another reports whether a loop of a step's pairing reads l as the entry of
// another key.
func (x *flows) another(n int32, loop use, l loc) bool {
	if n < 0 || x.steps[n].pair <= 0 {
		return false
	}
	p := x.pairs[x.steps[n].pair]
	part := x.locs[l].part
	return p.loops[loop] && part != p.key && part != x.p.parts.rest && x.isElement(l)
}
