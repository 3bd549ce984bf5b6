package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// maxLimitSearch bounds the search for a time limit at one sink.
const maxLimitSearch = 4_000

// Waits reports whether the program waits for a site, for as long as it takes:
// some sink of it is reached in the foreground, and nothing that it is given
// holds a time limit. A goroutine counts as background even where something
// waits for it later.
func (r *Run) Waits(s *Site) bool {
	for _, u := range s.Uses {
		if !r.inForeground(u) {
			return false
		}
	}
	for _, u := range s.From {
		if x := r.sinks[u]; s.SDK == "" && x != nil && r.inForeground(u) && !r.limited(x) {
			return true
		}
	}
	return false
}

// inForeground reports whether the shortest way to an instruction leads over
// no goroutine, timer or request.
func (r *Run) inForeground(u use) bool {
	r.buildTree()
	for {
		if _, in := r.at(u); in.Op == ir.OpGo || in.Op == ir.OpGoInvoke || r.apart(u) {
			return false
		}
		p := r.parent[u.frame]
		switch p.trigger {
		case "timer", "request":
			return false
		}
		if p.from.frame < 0 {
			return true
		}
		u = p.from
	}
}

// apart reports whether an instruction hands functions to one that runs them
// beside the caller.
func (r *Run) apart(u use) bool {
	f, in := r.at(u)
	if in.Op != ir.OpCall || len(in.Args) == 0 || in.Args[0].Kind != ir.Function {
		return false
	}
	m, _ := r.w.Model(r.p.strs[f.fn.sym(in.Args[0].I)])
	return m.Get("apart") == "true"
}

// limited reports whether something that a sink is given bounds how long it
// takes: a call that makes a limit has a part in an operand, or an operand is
// an object with a field that holds one.
func (r *Run) limited(x *Reached) bool {
	if r.w.Limit(x.Symbol) {
		return true
	}
	r.invert()
	s := newSlicer(r, true)
	f, in := r.at(x.At)
	for _, a := range in.Args {
		if r.holdsLimit(r.arg(f, a)) {
			return true
		}
		s.operand(f, a)
	}
	for n := 0; len(s.todo) > 0 && n < maxLimitSearch; n++ {
		u := s.todo[0]
		s.todo = s.todo[1:]
		g, in := r.at(u)
		if in.Op == ir.OpCall && in.Args[0].Kind == ir.Function && r.w.Limit(r.p.strs[g.fn.sym(in.Args[0].I)]) {
			return true
		}
		s.visit(u)
	}
	return false
}

// holdsLimit reports whether a value points to an object with a limit in it
// that is not zero.
func (r *Run) holdsLimit(v val) bool {
	todo := append([]loc(nil), r.vs.get(v).refs...)
	for n := 0; n < len(todo) && n < maxCopies; n++ {
		for _, k := range r.locs[todo[n]].kids {
			if r.w.Limit(r.p.strs[r.locs[k].part]) && !r.onlyZero(r.locs[k].cell.v) {
				return true
			}
		}
		for _, src := range r.locs[todo[n]].edges.sources {
			todo = append(todo, src.at)
		}
	}
	return false
}

// onlyZero reports whether a number is zero, or nobody ever stored one.
func (r *Run) onlyZero(v val) bool {
	c, single := r.single(v)
	return v == bottom || single && strings.Trim(c.Text, "0") == ""
}
