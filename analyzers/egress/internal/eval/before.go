package eval

import (
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// Whether a cell may still be zero when somebody looks at it is asked at rest:
// it is not if every way to every look passes a store. Ways are those that the
// run took, within functions and through their callers; what a function surely
// stores before it returns counts as stored where it is called.

// Bounds of the work for one cell; beyond them it may be zero.
const (
	maxLooks  = 64
	maxFrames = 400
	maxHomes  = 16  // callers that have an object each
	maxBlocks = 100 // of a function that stores for its callers
)

// points are instructions that store to a cell, by frame.
type points map[int32][]int32

// comesFirst reports whether control gets to none of the looks past all stores.
func (e *eval) comesFirst(looks []use, stores points) bool {
	if len(stores) == 0 {
		return false
	}
	w := ways{e: e, stores: stores, seen: map[use]bool{}, walks: map[int32][]uint8{}}
	for _, u := range looks {
		if w.leadTo(u) {
			return false
		}
	}
	return true
}

// looksAt lists the instructions that look at l, or at a struct around it.
func (e *eval) looksAt(l loc) (out []use, ok bool) {
	for at := l; at != 0; at = e.locs[at].parent {
		out = append(out, e.locs[at].cell.readers...)
		for _, c := range e.locs[at].edges.copies {
			out = append(out, c.by)
		}
		if len(out) > maxLooks {
			return nil, false
		}
	}
	return out, true
}

// storePoints lists the instructions that surely store to l when control
// passes them: those of the program that store there and nowhere else, and the
// calls of functions that do so before they return. again leaves out those that
// store an initial value.
func (e *eval) storePoints(l loc, again bool) points {
	made := e.madeBy(e.root(l))
	var todo []use
	for at := l; at != 0; at = e.locs[at].parent {
		for _, u := range e.locs[at].cell.stores {
			if u.frame >= 0 && e.storesOnly(u, at) && !(again && e.storesInitial(u, at)) {
				todo = append(todo, u)
			}
		}
	}
	out := e.always(todo, made.apart)
	for frame := range out {
		if !made.all && !made.home[frame] {
			delete(out, frame)
		}
	}
	return out
}

// always adds to instructions the calls of functions that surely pass one of
// them before they return, but not of frames that have objects apart.
func (e *eval) always(todo []use, apart map[int32]bool) points {
	out := points{}
	for n := 0; n < len(todo) && n < maxLooks; n++ {
		u := todo[n]
		f := e.frames[u.frame]
		if slices.Contains(out[u.frame], u.instr) {
			continue
		}
		e.through = append(e.through, u.frame)
		out[u.frame] = append(out[u.frame], u.instr)
		if apart[u.frame] || len(f.fn.Blocks) > maxBlocks || !e.alwaysPasses(f, out[u.frame]) {
			continue
		}
		for _, c := range f.callers {
			if len(todo) < maxLooks && e.waitsFor(c.from, f) {
				todo = append(todo, c.from)
			}
		}
	}
	return out
}

// storesOnly reports whether an instruction is a store of the program to l and
// to no other place.
func (e *eval) storesOnly(u use, l loc) bool {
	f, in := e.at(u)
	switch {
	case in.Op == ir.OpStore && len(in.Paths) == 0:
	case in.Op == ir.OpMapUpdate && len(e.mapKey(e.arg(f, in.Args[1]))) == 1:
		l = e.locs[l].parent
	case in.Op == ir.OpCall:
		return e.putsOnly(f, in, l)
	default:
		return false
	}
	addr := e.vs.get(e.arg(f, in.Args[0]))
	return addr.top == known && len(addr.refs) == 1 && addr.refs[0] == l
}

// putsOnly does the same for calls such as those of an atomic value's Store.
func (e *eval) putsOnly(f *frame, in *ir.Instr, l loc) bool {
	if in.Args[0].Kind != ir.Function {
		return false
	}
	symbol := e.p.strs[f.fn.sym(in.Args[0].I)]
	m, ok := e.w.Model(symbol)
	n, has := m.Arg("of")
	if !ok || !has || m.Effect != "put" {
		return false
	}
	if n++; isMethod(symbol) {
		n++
	}
	if n >= len(in.Args) {
		return false
	}
	to := e.vs.get(e.arg(f, in.Args[max(n, 1)]))
	return to.top == known && len(to.refs) == 1 && (to.refs[0] == l || to.refs[0] == e.locs[l].parent)
}

// storedAtStart reports whether a package's initialisation stores to l.
func (e *eval) storedAtStart(l loc) bool {
	for _, u := range e.locs[l].cell.stores {
		if u.frame >= 0 && e.atStart(e.frames[u.frame], u.instr) {
			return true
		}
	}
	return false
}

// storesInitial reports whether an instruction that stores to l stores an
// initial value there.
func (e *eval) storesInitial(u use, l loc) bool {
	_, in := e.at(u)
	return in.Op == ir.OpStore && (in.Sub != 0 || e.startsVariable(u, l))
}

// startsVariable reports whether an instruction that stores to l gives a
// package-level variable its value before the program starts.
func (e *eval) startsVariable(u use, l loc) bool {
	return e.locs[e.root(l)].obj.kind == variable && e.atStart(e.frames[u.frame], u.instr)
}

// A making tells in which frames an object belongs to one activation.
type making struct {
	home  map[int32]bool // that which made it, and its callers as long as there is one
	apart map[int32]bool // of home: the several callers where that ends, each with an object of its own
	all   bool           // there is one object only
}

// madeBy returns where an object belongs to one activation. A frame that makes
// one and gets another from elsewhere does not tell them apart.
func (e *eval) madeBy(root loc) making {
	obj := e.locs[root].obj
	m := making{home: map[int32]bool{}, apart: map[int32]bool{}, all: obj.kind == variable}
	if obj.kind != allocated {
		return m
	}
	for frame := obj.frame; !m.home[frame]; {
		m.home[frame] = true
		e.through = append(e.through, frame)
		callers := e.frames[frame].callers
		if len(callers) != 1 {
			e.apart(m, callers)
			return m
		}
		if frame = callers[0].from.frame; frame < 0 {
			m.all = true
			return m
		}
	}
	return m
}

// apart adds those callers that call once.
func (e *eval) apart(m making, callers []call) {
	for n, c := range callers {
		if frame := c.from.frame; frame >= 0 && len(callers) <= maxHomes && !fromFrame(callers[:n], frame) && !fromFrame(callers[n+1:], frame) {
			m.home[frame], m.apart[frame] = true, true
		}
	}
}

// fromFrame reports whether one of the calls stands in a frame.
func fromFrame(callers []call, frame int32) bool {
	return slices.ContainsFunc(callers, func(c call) bool { return c.from.frame == frame })
}

// waitsFor reports whether an instruction calls f's function and no other, and
// goes on when that returns.
func (e *eval) waitsFor(u use, f *frame) bool {
	if u.frame < 0 {
		return false
	}
	g, in := e.at(u)
	if in.Op != ir.OpCall || len(g.callees(u.instr)) != 1 {
		return false
	}
	callee := e.vs.get(e.arg(g, in.Args[0]))
	return callee.top == known && len(callee.refs) == 1 && e.locs[callee.refs[0]].obj.fn == f.fn
}

// alwaysPasses reports whether f returns only past one of the instructions.
func (e *eval) alwaysPasses(f *frame, instrs []int32) bool {
	var walk []uint8
	for b := range f.fn.Blocks {
		last := f.fn.Blocks[b].End - 1
		if last < 0 || f.fn.Instrs[last].Op != ir.OpReturn {
			continue
		}
		if walk == nil {
			walk = e.walk(f, instrs)
		}
		if walk[b] != 0 && !f.fn.within(instrs, int32(b), last) {
			return false
		}
	}
	return true
}

// ways are the ways through the program past none of some stores.
type ways struct {
	e      *eval
	stores points
	seen   map[use]bool
	walks  map[int32][]uint8 // by frame with stores
}

// leadTo reports whether one of them leads to u.
func (w *ways) leadTo(u use) bool {
	if w.seen[u] {
		return false
	}
	w.seen[u] = true
	if u.frame < 0 || len(w.seen) > maxFrames {
		return true
	}
	f := w.e.frames[u.frame]
	w.e.through = append(w.e.through, u.frame)
	if instrs := w.stores[u.frame]; len(instrs) > 0 {
		walk, ok := w.walks[u.frame]
		if !ok {
			walk = w.e.walk(f, instrs)
			w.walks[u.frame] = walk
		}
		if blk := f.fn.blockOf[u.instr]; walk[blk] == 0 || f.fn.within(instrs, blk, u.instr) {
			return false
		}
	}
	for _, c := range f.callers {
		if w.leadTo(c.from) {
			return true
		}
	}
	return false
}

// within reports whether one of the instructions stands in a block before
// another one.
func (fn *function) within(instrs []int32, blk, before int32) bool {
	for _, i := range instrs {
		if i < before && fn.blockOf[i] == blk {
			return true
		}
	}
	return false
}

// How control came to a block: from outside of the loop that it heads, or from
// inside.
const (
	fromOutsideOf = 1 << iota
	fromInside
)

// walk tells, by block, how control gets there from the beginning of f over
// edges that were taken, past none of the instructions.
func (e *eval) walk(f *frame, instrs []int32) []uint8 {
	in := make([]uint8, len(f.fn.Blocks))
	todo := []int32{0}
	in[0] = fromOutsideOf
	if b := f.fn.recoverBlock(); b != 0 && f.progress[b] >= 0 {
		todo = append(todo, b)
		in[b] = fromOutsideOf
	}
	for len(todo) > 0 {
		blk := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if f.fn.within(instrs, blk, f.fn.Blocks[blk].End) {
			continue
		}
		skipsBody := in[blk]&fromInside != 0 || !e.entersLoop(f, blk)
		for n, next := range f.fn.Blocks[blk].Succs {
			if f.edges[blk]&(1<<n) == 0 || n > 0 && !skipsBody {
				continue
			}
			how := uint8(fromOutsideOf)
			if e.counts(f.fn, next) && f.fn.dominates(next, blk) {
				how = fromInside
			}
			if in[next]&how == 0 {
				in[next] |= how
				todo = append(todo, next)
			}
		}
	}
	return in
}

// entersLoop reports whether a block is the head of a loop over the elements
// of something that has some: its body comes at least once.
func (e *eval) entersLoop(f *frame, blk int32) bool {
	if !e.counts(f.fn, blk) {
		return false
	}
	test, _ := f.fn.instrOf(f.fn.Instrs[f.fn.Blocks[blk].End-1].Args[0])
	n, ok := e.single(e.arg(f, f.fn.Instrs[test].Args[1]))
	return ok && n.Kind == ir.Int && n.Text != "0" && n.Text[0] != '-'
}

// counts reports whether a block is the head of a loop that counts up from 0 by
// 1, as go/ssa writes loops over slices: from -1, and 1 is added before the test.
func (e *eval) counts(fn *function, blk int32) bool {
	last := fn.Blocks[blk].End - 1
	if last < 0 || fn.Instrs[last].Op != ir.OpIf {
		return false
	}
	test, ok := fn.instrOf(fn.Instrs[last].Args[0])
	if !ok || fn.Instrs[test].Op != ir.OpBinOp || fn.Instrs[test].Sub != ir.Lss {
		return false
	}
	next, ok := fn.instrOf(fn.Instrs[test].Args[0])
	if !ok || fn.Instrs[next].Op != ir.OpBinOp || fn.Instrs[next].Sub != ir.Add {
		return false
	}
	index, ok := fn.instrOf(fn.Instrs[next].Args[0])
	return ok && fn.Instrs[index].Op == ir.OpPhi && fn.blockOf[index] == blk &&
		e.isNumber(fn, fn.Instrs[next].Args[1], "1") &&
		slices.ContainsFunc(fn.Instrs[index].Args, func(a ir.Arg) bool { return e.isNumber(fn, a, "-1") })
}

func (e *eval) isNumber(fn *function, a ir.Arg, n string) bool {
	return a.Kind == ir.Constant && e.p.consts[fn.unit.cst[a.I]] == ir.Const{Kind: ir.Int, Text: n}
}
