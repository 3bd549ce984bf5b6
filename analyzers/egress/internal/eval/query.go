package eval

import (
	"sort"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

func sortUses(us []use) {
	sort.Slice(us, func(i, j int) bool {
		if us[i].frame != us[j].frame {
			return us[i].frame < us[j].frame
		}
		return us[i].instr < us[j].instr
	})
}

// Sites returns the sites that the run reached, by their keys. Packages in
// audited are judged as themselves, even where they are a listed SDK.
func (r *Run) Sites(audited map[string]bool) map[SiteKey]*Site {
	if r.found == nil {
		r.found = r.sites(audited)
	}
	return r.found
}

// Reached finds the sites as Sites does, but does not ask whether it was a user
// who gave their host.
func (r *Run) Reached(audited map[string]bool) map[SiteKey]*Site {
	if r.found != nil {
		return r.found
	}
	r.plain = true
	defer func() { r.plain = false }()
	return r.sites(audited)
}

// A Step is one frame of a path: a call, or the site itself at the end.
type Step struct {
	Fn      string // symbol
	Package string
	Pos     ir.Pos
	File    string
	Trigger string
	at      use
}

// Path returns the shortest way from a root to the site, and over how many
// calls control comes to the site's function.
func (r *Run) Path(s *Site) (steps []Step, paths int) {
	r.buildTree()
	best := use{-1, 0}
	depth := int32(1 << 30)
	for _, u := range s.Uses {
		paths += max(len(r.frames[u.frame].callers), 1)
		if d := r.depth[u.frame]; d >= 0 && d < depth {
			best, depth = u, d
		}
	}
	if best.frame < 0 {
		return nil, paths
	}
	for u, trigger := best, ""; ; {
		steps = append(steps, r.stepAt(u, trigger))
		p := r.parent[u.frame]
		if p.from.frame < 0 {
			steps[len(steps)-1].Trigger = p.trigger
			break
		}
		steps[len(steps)-1].Trigger = p.trigger
		u = p.from
	}
	for i, j := 0, len(steps)-1; i < j; i, j = i+1, j-1 {
		steps[i], steps[j] = steps[j], steps[i]
	}
	return steps, paths
}

func (r *Run) stepAt(u use, trigger string) Step {
	f, in := r.at(u)
	st := Step{Fn: f.fn.Symbol, Package: f.fn.unit.Path, Pos: in.Pos, Trigger: trigger, at: u}
	if in.Pos.File < 0 {
		st.Pos = f.fn.Pos
	}
	if st.Pos.File >= 0 {
		st.File = f.fn.unit.Files[st.Pos.File]
	}
	return st
}

// buildTree finds the shortest way to each frame, breadth first from the roots.
func (r *Run) buildTree() {
	if r.depth != nil {
		return
	}
	r.depth = make([]int32, len(r.frames))
	r.parent = make([]call, len(r.frames))
	var queue []int32
	for i, f := range r.frames {
		r.depth[i] = -1
		for _, c := range f.callers {
			if c.from.frame < 0 && r.depth[i] < 0 && (r.onlyRoot == "" || r.onlyRoot == f.fn.Symbol) {
				r.depth[i], r.parent[i] = 0, c
				queue = append(queue, int32(i))
			}
		}
	}
	// Control that comes over main counts before that over init.
	sort.SliceStable(queue, func(i, j int) bool {
		return r.parent[queue[i]].trigger == "start" && r.parent[queue[j]].trigger != "start"
	})
	later := []int32(nil) // where a guess may lead on
	for _, guesses := range []bool{false, true} {
		for len(queue) > 0 {
			id := queue[0]
			queue = queue[1:]
			later = append(later, id)
			queue = r.visit(id, guesses, queue)
		}
		queue = later
	}
}

// visit goes from a frame to those that it calls; over guessed edges only
// after all others.
func (r *Run) visit(id int32, guesses bool, queue []int32) []int32 {
	for n := range r.frames[id].fn.callOf {
		i := int32(n)
		for _, c := range r.frames[id].callees(i) {
			if r.depth[c.frame] < 0 && (guesses || c.trigger != guessed) {
				r.depth[c.frame] = r.depth[id] + 1
				r.parent[c.frame] = call{from: use{id, i}, trigger: c.trigger}
				queue = append(queue, c.frame)
			}
		}
	}
	return queue
}

// A Branch is a condition: an OpIf of a function.
type Branch struct {
	Fn    string
	Instr int32
	Text  string
	File  string
	Pos   ir.Pos
	Pkg   string
}

// Taken says which edges of a branch the run took, over all frames: bit 0 the
// true edge, bit 1 the false one.
func (r *Run) Taken(fn string, instr int32) uint8 {
	if r.taken == nil {
		r.taken = map[SiteKey]uint8{}
		for _, f := range r.frames {
			for b := range f.fn.Blocks {
				if f.edges[b] != 0 {
					r.taken[SiteKey{f.fn.Symbol, f.fn.Blocks[b].End - 1}] |= f.edges[b]
				}
			}
		}
	}
	return r.taken[SiteKey{fn, instr}]
}

// controllers returns the branches of fn that control whether blk is reached,
// nearest first: those between each dominator and the next.
func controllers(fn *function, blk int32) []int32 {
	var out []int32
	for b := blk; b >= 0; b = fn.Blocks[b].Idom {
		out = append(out, fn.between(b)...)
	}
	return out
}

// between returns the branches between the dominator of a block and the block,
// nearest first.
func (fn *function) between(blk int32) []int32 {
	if fn.branches == nil {
		fn.branches = make([][]int32, len(fn.Blocks))
	}
	if fn.branches[blk] == nil {
		fn.branches[blk] = fn.findBetween(blk)
	}
	return fn.branches[blk]
}

func (fn *function) findBetween(blk int32) []int32 {
	out := []int32{}
	stop := fn.Blocks[blk].Idom
	seen := map[int32]bool{blk: true}
	todo := []int32{blk}
	for len(todo) > 0 {
		x := todo[0]
		todo = todo[1:]
		for _, p := range fn.Blocks[x].Preds {
			if seen[p] {
				continue
			}
			seen[p] = true
			if last := fn.Blocks[p].End - 1; fn.Instrs[last].Op == ir.OpIf {
				out = append(out, last)
			}
			if p != stop {
				todo = append(todo, p)
			}
		}
	}
	return out
}

// Branches returns the branches on the way to a site, from the site upwards:
// those that control it and, frame by frame, the calls that lead to it.
func (r *Run) Branches(steps []Step) []Branch {
	var out []Branch
	for i := len(steps) - 1; i >= 0; i-- {
		f, _ := r.at(steps[i].at)
		for _, c := range r.deciders(f, f.fn.blockOf[steps[i].at.instr]) {
			out = append(out, r.branchAt(f.fn, c))
		}
	}
	return out
}

func (r *Run) branchAt(fn *function, i int32) Branch {
	in := &fn.Instrs[i]
	b := Branch{Fn: fn.Symbol, Instr: i, Text: r.p.strs[fn.sym(in.Sym)], Pos: in.Pos, Pkg: fn.unit.Path}
	if in.Pos.File >= 0 {
		b.File = fn.unit.Files[in.Pos.File]
	}
	return b
}

// GivenUp returns the place where the evaluation lost what the branch tests,
// and "" if it did not. steps is the way that the branch stands on.
func (r *Run) GivenUp(steps []Step, b Branch) string {
	for _, st := range steps {
		f, _ := r.at(st.at)
		if f.fn.Symbol != b.Fn {
			continue
		}
		v := r.vs.get(r.arg(f, f.fn.Instrs[b.Instr].Args[0]))
		if v.top == tooMany || v.top == givenUp {
			if p := r.p.placeOf(v.place); p.Func != "" {
				return "lost in " + p.Func
			}
			return "lost among what is stored together"
		}
	}
	return ""
}

// Unit returns the linked unit of a package.
func (p *Program) Unit(path string) *Unit { return p.byPath[path] }

// UnitOf returns the unit that a function belongs to.
func (p *Program) UnitOf(fn string) *Unit {
	if f := p.fn(fn); f != nil {
		return f.unit
	}
	return nil
}

// PosOf returns the position of an instruction.
func (p *Program) PosOf(k SiteKey) (file string, pos ir.Pos, ok bool) {
	f := p.fn(k.Fn)
	if f == nil || int(k.Instr) >= len(f.Instrs) {
		return "", ir.Pos{}, false
	}
	pos = f.Instrs[k.Instr].Pos
	if pos.File < 0 {
		pos = f.Pos
	}
	if pos.File < 0 {
		return "", pos, false
	}
	return f.unit.Files[pos.File], pos, true
}

// RootsOf returns the functions that the run came in by and that lead to the
// site, in order.
func (r *Run) RootsOf(s *Site) []string {
	if s == nil {
		return nil
	}
	if got, ok := r.rootsOf[s]; ok {
		return got
	}
	seen := map[int32]bool{}
	var todo []int32
	for _, u := range s.Uses {
		if !seen[u.frame] {
			seen[u.frame] = true
			todo = append(todo, u.frame)
		}
	}
	found := map[string]bool{}
	for len(todo) > 0 {
		f := r.frames[todo[0]]
		todo = todo[1:]
		for _, c := range f.callers {
			if c.from.frame < 0 {
				found[f.fn.Symbol] = true
				continue
			}
			if !seen[c.from.frame] {
				seen[c.from.frame] = true
				todo = append(todo, c.from.frame)
			}
		}
	}
	if r.rootsOf == nil {
		r.rootsOf = map[*Site][]string{}
	}
	r.rootsOf[s] = sortedKeys(found)
	return r.rootsOf[s]
}

// Below returns the way from the site down to the sink.
func (r *Run) Below(s *Site) []Step {
	var out []Step
	for i := len(s.below) - 1; i >= 0; i-- {
		f, in := r.at(s.below[i])
		if in.Pos.File >= 0 {
			out = append(out, Step{Fn: f.fn.Symbol, Package: f.fn.unit.Path, Pos: in.Pos, File: f.fn.unit.Files[in.Pos.File], at: s.below[i]})
		}
	}
	return out
}

// PathFrom is like Path, from one root only.
func (r *Run) PathFrom(s *Site, root string) (steps []Step, paths int) {
	if root == "" {
		return r.Path(s)
	}
	saved, savedParent := r.depth, r.parent
	r.depth, r.parent = nil, nil
	r.onlyRoot = root
	steps, paths = r.Path(s)
	r.depth, r.parent, r.onlyRoot = saved, savedParent, ""
	return steps, paths
}
