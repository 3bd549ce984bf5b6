package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// A panic ends the functions that are active, up to one that deferred a call
// of a function which recovers: that one returns. Only panics that the program
// asks for are followed.

// recoverBlock is the block to which control goes after a panic was recovered,
// the only one that no other leads to; 0 if there is none.
func (fn *function) recoverBlock() int32 {
	for b := len(fn.Blocks) - 1; b > 0; b-- {
		if len(fn.Blocks[b].Preds) == 0 {
			return int32(b)
		}
	}
	return 0
}

// panicked notes that a panic can end an activation of f.
func (e *eval) panicked(f *frame) {
	if f.panics {
		return
	}
	f.panics = true
	if f.recovers {
		e.resume(f)
		return
	}
	for _, c := range f.callers {
		if c.from.frame >= 0 {
			e.unwind(c.from, f)
		}
	}
}

// rescues notes that f calls recover: those who defer it recover.
func (e *eval) rescues(f *frame) {
	if f.rescues {
		return
	}
	f.rescues = true
	for _, c := range f.callers {
		if c.from.frame >= 0 {
			e.unwind(c.from, f)
		}
	}
}

// unwind tells the caller of a frame what that does beside returning.
func (e *eval) unwind(from use, callee *frame) {
	f, in := e.at(from)
	switch in.Op {
	case ir.OpDefer, ir.OpDeferInvoke:
		if callee.rescues && !f.recovers {
			f.recovers = true
			if f.panics {
				e.resume(f)
			}
		}
	case ir.OpCall, ir.OpInvoke:
		if callee.panics {
			e.panicked(f)
		}
	}
}

// resume has f return what its results are when it recovers.
func (e *eval) resume(f *frame) {
	if blk := f.fn.recoverBlock(); blk != 0 && f.progress[blk] < 0 {
		e.begin(f, blk)
		f.changes++
	}
}
