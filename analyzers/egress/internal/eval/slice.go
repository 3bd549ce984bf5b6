package eval

import (
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// A Slice is what a site rests on, as executed: the switches that were asked
// for on the way, and the texts that were compared with. It follows data and
// control dependence backwards, through cells (Horwitz, Reps, Binkley 1990).
// Where a block is controlled by several branches, all of them count, so a
// slice may hold a switch that decides nothing; it leaves none out.
type Slice struct {
	Keys     []SwitchKey // nearest first
	Branches []Branch    // nearest first
}

type slicer struct {
	*Run
	dataOnly bool            // leave control out
	choices  bool            // but for what decides a phi
	near     bool            // and for what decides a result or a store where it is made
	failing  map[fnID][]bool // see fails
	feeds    map[fnID]int32  // blocks on the way to a site, in a slice of what has a part in it
	todo     []use
	keys     map[SwitchKey]bool
	out      Slice

	seen     bitSet // instructions, by number
	called   bitSet // calls of which was followed what decides whether they are made, by number
	cells    bitSet
	returned bitSet // frames whose results were followed
}

// maxSlice bounds the work of one slice.
const maxSlice = 400_000

// Slice returns what the uses of a site rest on.
func (r *Run) Slice(s *Site) Slice {
	if x, ok := r.sliced[s]; ok {
		return x
	}
	r.invert()
	x := newSlicer(r, false)
	for _, u := range s.Uses {
		x.control(u)
	}
	for _, u := range s.Inside {
		x.control(u)
		x.push(u)
	}
	x.follow(maxSlice)
	if r.sliced == nil {
		r.sliced = map[*Site]Slice{}
	}
	r.sliced[s] = x.out
	return x.out
}

// maxNear bounds the work for each step of the way to a site.
const maxNear = 3_000

// Near returns the switches that the branches on a way rest on: without what
// decides whether something is called elsewhere. What gates a site is most often
// among the first, which are the fewest steps away: up the way, and back from a
// branch on it.
func (r *Run) Near(steps []Step) []SwitchKey {
	r.invert()
	x := newSlicer(r, false)
	x.dataOnly, x.choices, x.near = true, true, true
	left := maxNear * len(steps)
	var loose []use
	for n := 0; n <= stepLength*len(steps) || len(x.todo) > 0 && left > 0; n++ {
		level := x.todo
		x.todo = nil
		for _, u := range level[:max(0, min(left, len(level)))] {
			x.visit(u)
		}
		left -= len(level)
		if up := n / stepLength; n%stepLength == 0 && up <= len(steps) {
			x.loose(loose)
			if loose = nil; up < len(steps) {
				loose = x.step(steps[len(steps)-1-up].at)
			}
		}
	}
	return x.out.Keys
}

// stepLength is how many steps back from a branch count as one step up the way.
const stepLength = 6

// step starts at the branches that one step of a way is taken by. It returns
// what does not choose the way, and may only end it: those come a step later.
func (x *slicer) step(u use) (loose []use) {
	f := x.frames[u.frame]
	blk := f.fn.blockOf[u.instr]
	for _, c := range x.deciders(f, blk) {
		at := use{u.frame, c}
		if f.fn.chooses(f.fn.blockOf[c], blk) {
			x.push(at)
		} else {
			loose = append(loose, at)
		}
	}
	in := &f.fn.Instrs[u.instr]
	if in.Op == ir.OpInvoke || len(in.Args) > 0 && in.Args[0].Kind == ir.Reg {
		x.operand(f, in.Args[0]) // what it calls was chosen
	}
	return append(loose, u)
}

// loose starts at what may end a way.
func (x *slicer) loose(list []use) {
	for n, u := range list {
		if n == len(list)-1 { // the step itself
			x.gates(x.frames[u.frame], u.instr)
			continue
		}
		x.push(u)
	}
}

// chooses reports whether only one way out of a block leads to another, unless
// it comes back to the block.
func (fn *function) chooses(branch, to int32) bool {
	n := 0
	for _, s := range fn.Blocks[branch].Succs {
		if s == to || s != branch && fn.reaches(s, to, branch) {
			n++
		}
	}
	return n == 1
}

// Sent returns the switches that decide the operands of a site's call. What is
// chosen between by a phi counts as computed from the choice.
func (r *Run) Sent(s *Site) []SwitchKey {
	r.invert()
	x := newSlicer(r, false)
	x.dataOnly, x.choices = true, true
	for _, u := range s.Uses {
		f, in := r.at(u)
		for _, a := range in.Args {
			x.operand(f, a)
		}
	}
	x.follow(maxSlice / 10)
	return x.out.Keys
}

// invert indexes what cells an instruction reads, where cells come from, and
// which switches an instruction asks for.
func (r *Run) invert() {
	if r.asks != nil {
		return
	}
	r.readings = r.invertReaders()
	r.ins = make([][]loc, len(r.locs))
	for l := range r.locs {
		for _, o := range r.locs[l].cell.outs {
			r.ins[o] = append(r.ins[o], loc(l))
		}
	}
	r.asks = map[use][]SwitchKey{}
	for _, s := range r.Switches() {
		for _, u := range s.Reads {
			r.asks[u] = append(r.asks[u], s.Key)
		}
	}
}

func newSlicer(r *Run, dataOnly bool) *slicer {
	return &slicer{
		Run: r, dataOnly: dataOnly, keys: map[SwitchKey]bool{}, seen: newBitSet(int(r.instrs)), called: newBitSet(int(r.instrs)),
		cells: newBitSet(len(r.locs)), returned: newBitSet(len(r.frames)),
	}
}

// follow visits what there is to visit, at most limit instructions.
func (x *slicer) follow(limit int) {
	for n := 0; len(x.todo) > 0 && n < limit; n++ {
		u := x.todo[0]
		x.todo = x.todo[1:]
		x.visit(u)
	}
}

func (x *slicer) push(u use) {
	if u.frame >= 0 && x.seen.add(x.number(u)) {
		x.todo = append(x.todo, u)
	}
}

// control adds what decides whether an instruction is reached: the branches of
// its function, and the calls of the function.
func (x *slicer) control(u use) {
	f := x.frames[u.frame]
	for _, c := range x.deciders(f, f.fn.blockOf[u.instr]) {
		x.push(use{u.frame, c})
	}
	x.gates(f, u.instr)
	for _, c := range f.callers {
		if c.from.frame >= 0 && x.called.add(x.number(c.from)) {
			x.control(c.from)
			x.push(c.from)
		}
	}
}

// gates adds calls before an instruction that may not come back.
func (x *slicer) gates(f *frame, i int32) {
	for b := f.fn.blockOf[i]; b >= 0; b = f.fn.Blocks[b].Idom {
		for n := f.fn.Blocks[b].Start; n < f.fn.Blocks[b].End && n < i; n++ {
			for _, c := range f.callees(n) {
				if x.mayStop(x.frames[c.frame]) {
					x.results(x.frames[c.frame])
				}
			}
		}
	}
}

// visit follows one instruction back.
func (x *slicer) visit(u use) {
	f := x.frames[u.frame]
	in := &f.fn.Instrs[u.instr]
	if in.Op == ir.OpIf {
		x.out.Branches = append(x.out.Branches, x.branchAt(f.fn, u.instr))
	}
	x.note(x.asks[u])
	for _, a := range in.Args {
		x.operand(f, a)
	}
	for _, l := range x.readBy(u) {
		x.cell(l)
	}
	for _, c := range f.callees(u.instr) {
		x.results(x.frames[c.frame])
	}
	if x.feeds != nil && (in.Op == ir.OpCall || in.Op == ir.OpInvoke) && len(f.callees(u.instr)) == 0 {
		x.handed(f, in)
	}
	if in.Op == ir.OpPhi && (!x.dataOnly || x.choices) {
		x.decidedBy(f, u.instr)
	}
}

// decidedBy follows the branches of a function that decide whether control
// comes to an instruction, or over which way it comes to a phi.
func (x *slicer) decidedBy(f *frame, i int32) {
	blk := f.fn.blockOf[i]
	list := x.deciders(f, blk)
	if f.fn.Instrs[i].Op == ir.OpPhi {
		list = f.fn.between(blk)
	}
	for _, c := range list {
		if x.feeds == nil || x.chosen(f.fn, c) {
			x.push(use{f.id, c})
		}
	}
}

// operand follows a register to what defines it.
func (x *slicer) operand(f *frame, a ir.Arg) {
	if a.Kind != ir.Reg {
		return
	}
	if n := int32(f.fn.NumRegs()); a.I >= n {
		x.push(use{f.id, a.I - n})
		return
	}
	for _, c := range f.callers {
		x.push(c.from)
	}
}

// results follows the values that a callee returned, and what decided which.
func (x *slicer) results(g *frame) {
	if !x.returned.add(uint32(g.id)) {
		return
	}
	for b := range g.fn.Blocks {
		last := g.fn.Blocks[b].End - 1
		if g.progress[b] < last || last < 0 || g.fn.Instrs[last].Op != ir.OpReturn {
			continue
		}
		x.push(use{g.id, last})
		if x.dataOnly && !x.near {
			continue
		}
		for _, c := range x.deciders(g, int32(b)) {
			x.push(use{g.id, c})
		}
	}
}

// cell follows a cell to the stores, and the cells it includes.
func (x *slicer) cell(l loc) {
	if !x.cells.add(uint32(l)) {
		return
	}
	for _, u := range x.locs[l].cell.stores {
		if u.frame < 0 {
			continue
		}
		x.push(u)
		if x.dataOnly && !x.near {
			continue
		}
		f := x.frames[u.frame]
		x.decidedBy(f, u.instr)
		if !x.dataOnly && x.feeds == nil {
			x.controlOf(f)
		}
	}
	x.note(x.asks[use{-1, int32(l)}])
	if o := x.originOf(l); o.source != "" { // those who read a copy may not know it as one
		x.note([]SwitchKey{x.configKey(o.at, o.source)})
	}
	for _, s := range x.ins[l] {
		x.cell(s)
	}
	for _, s := range x.locs[l].edges.sources {
		x.cell(s.at)
	}
}

// controlOf adds what decides whether a function that stores is called, and
// which function is.
func (x *slicer) controlOf(f *frame) {
	for _, c := range f.callers {
		if c.from.frame >= 0 && x.called.add(x.number(c.from)) {
			x.control(c.from)
			if g, in := x.at(c.from); len(in.Args) > 0 {
				x.operand(g, in.Args[0])
			}
		}
	}
}

// Diverging returns the branches of the slice that go another way in the other
// run, nearest first.
func (r *Run) Diverging(other *Run, s Slice) []Branch {
	var out []Branch
	for _, b := range s.Branches {
		was, is := r.Taken(b.Fn, b.Instr), other.Taken(b.Fn, b.Instr)
		if was != is && was != 0 && is != 0 {
			out = append(out, b)
		}
	}
	return out
}

func (x *slicer) note(keys []SwitchKey) {
	for _, k := range keys {
		if !x.keys[k] {
			x.keys[k] = true
			x.out.Keys = append(x.out.Keys, k)
		}
	}
}

// RestsOn reports whether the value that a branch tests was computed from a
// switch, control apart.
func (r *Run) RestsOn(b Branch, k SwitchKey) bool {
	at := SiteKey{b.Fn, b.Instr}
	keys, ok := r.restOn[at]
	if !ok {
		keys = r.restKeys(b)
		if r.restOn == nil {
			r.restOn = map[SiteKey]map[SwitchKey]bool{}
		}
		r.restOn[at] = keys
	}
	return keys[k]
}

// restKeys are the switches that the value which a branch tests was computed
// from.
func (r *Run) restKeys(b Branch) map[SwitchKey]bool {
	r.invert()
	x := newSlicer(r, true)
	for _, f := range r.frames {
		if f.fn.Symbol == b.Fn {
			x.push(use{f.id, b.Instr})
		}
	}
	x.follow(maxSlice / 10)
	return x.keys
}
