package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// FailsBefore reports whether the program, or the command that leads to a site,
// cannot run at all in r: what leads to the site in another run comes to errors
// and exits only, before it gets there.
func (r *Run) FailsBefore(s *Site, other *Run) bool {
	steps, _ := other.Path(s)
	from := 0
	for i, st := range steps {
		if _, in := other.at(st.at); other.effectOf(other.frames[st.at.frame], in) == "execute" {
			from = i + 1
		}
	}
	x := &failing{r: r, other: other, seen: map[int32]bool{}}
	for _, st := range steps[min(from, len(steps)):] {
		passed := false
		for _, f := range r.framesOf(st.Fn) {
			if !x.fails(f) {
				return false
			}
			passed = passed || f.progress[f.fn.blockOf[st.at.instr]] >= st.at.instr
		}
		if !passed {
			return len(r.framesOf(st.Fn)) > 0
		}
	}
	return false
}

// MayFail reports whether some command of the program, or the program itself,
// comes to no good end, which FailsBefore asks more closely.
func (r *Run) MayFail() bool {
	for _, f := range r.frames {
		for _, c := range f.callers {
			if c.from.frame < 0 && c.trigger == "start" && !f.returns {
				return true
			}
			if c.from.frame >= 0 && f.returns && r.onlyErrors(f) {
				if g, in := r.at(c.from); r.effectOf(g, in) == "execute" {
					return true
				}
			}
		}
	}
	return false
}

// framesOf are the frames of a function.
func (r *Run) framesOf(symbol string) (out []*frame) {
	for _, f := range r.frames {
		if f.fn.Symbol == symbol {
			out = append(out, f)
		}
	}
	return out
}

// onlyErrors reports whether a frame that returns does so with an error.
func (e *eval) onlyErrors(f *frame) bool {
	if !f.fn.ErrLast {
		return false
	}
	v := e.vs.get(f.result)
	if len(f.fn.Results) > 1 {
		if len(v.tuple) != len(f.fn.Results) {
			return false
		}
		v = e.vs.get(v.tuple[len(v.tuple)-1])
	}
	return v.neverNil()
}

// failing finds out whether functions fail in r that do not in another run.
type failing struct {
	r, other *Run
	seen     map[int32]bool
}

// fails reports whether a frame returns nothing but errors, or ends in exits and
// panics that stand behind a branch which goes another way in the other run.
func (x *failing) fails(f *frame) bool {
	if f.returns {
		return x.r.onlyErrors(f)
	}
	if x.seen[f.id] {
		return false
	}
	x.seen[f.id] = true
	ends := 0
	for b, at := range f.progress {
		if at < 0 {
			continue
		}
		last := f.fn.Blocks[b].End - 1
		switch {
		case at == last && f.fn.Instrs[at].Op == ir.OpPanic, x.r.effectOf(f, &f.fn.Instrs[at]) == "exits":
			if !x.diverges(f, int32(b)) {
				return false
			}
		case x.r.isDone(blockUse{f.id, int32(b)}):
			continue
		case !x.callFails(f, at):
			return false
		}
		ends++
	}
	return ends > 0
}

// callFails reports whether a call does not come back because what it calls
// fails.
func (x *failing) callFails(f *frame, i int32) bool {
	for _, c := range f.callees(i) {
		if !x.fails(x.r.frames[c.frame]) {
			return false
		}
	}
	return len(f.callees(i)) > 0
}

// diverges reports whether a block stands behind a branch that takes one side
// only, and the other side in the other run.
func (x *failing) diverges(f *frame, blk int32) bool {
	for b := range f.fn.Blocks {
		i := f.fn.Blocks[b].End - 1
		if f.fn.Instrs[i].Op != ir.OpIf || !f.fn.sides(i).has(uint32(blk)) {
			continue
		}
		if x.other.Taken(f.fn.Symbol, i)&^f.edges[b] != 0 {
			return true
		}
	}
	return false
}
