package eval

import (
	"sort"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// Switches returns the switches that the run asked for, in order.
func (r *Run) Switches() []*SwitchUse {
	out := make([]*SwitchUse, 0, len(r.switches))
	for _, s := range r.switches {
		s.run = r
		out = append(out, s)
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i].Key, out[j].Key
		return a.Kind < b.Kind || a.Kind == b.Kind && a.Key < b.Key
	})
	return out
}

// Switch returns a switch that the run asked for, or nil.
func (r *Run) Switch(k SwitchKey) *SwitchUse {
	s := r.switches[k]
	if s != nil {
		s.run = r
	}
	return s
}

// DefaultText is what the switch is on a fresh install, as text.
func (s *SwitchUse) DefaultText() string {
	r := s.run
	texts := []string{}
	v := r.vs.get(s.Default)
	for _, c := range v.consts {
		texts = append(texts, r.p.consts[c].Text)
	}
	if v.null {
		texts = append(texts, "nil")
	}
	sort.Strings(texts)
	return star(strings.Join(texts, "|"))
}

// Asked returns where a switch is asked for first.
func (s *SwitchUse) Asked() (Branch, bool) {
	r := s.run
	for _, u := range s.Reads {
		if u.frame < 0 {
			continue
		}
		f, in := r.at(u)
		b := Branch{Fn: f.fn.Symbol, Instr: u.instr, Pos: in.Pos, Pkg: f.fn.unit.Path}
		if in.Pos.File >= 0 {
			b.File = f.fn.unit.Files[in.Pos.File]
			return b, true
		}
	}
	return Branch{}, false
}

// SetAt returns where the default of a switch is set.
func (s *SwitchUse) SetAt() (file string, pos ir.Pos, ok bool) {
	r := s.run
	for _, u := range s.DefaultAt {
		if u.frame < 0 {
			continue
		}
		f, in := r.at(u)
		if in.Pos.File >= 0 {
			return f.fn.unit.Files[in.Pos.File], in.Pos, true
		}
	}
	for _, f := range s.declared {
		if f.pos.File >= 0 {
			return f.unit.Files[f.pos.File], f.pos, true
		}
	}
	return r.storedAt(s.cells)
}

// SetFor returns where the program wrote what a condition looks at, nearest
// first: the default where the switch itself has none, as where the settings of
// a file are laid over those of the program.
func (s *SwitchUse) SetFor(b Branch) (file string, pos ir.Pos, ok bool) {
	r := s.run
	r.invert()
	for _, f := range r.framesOf(b.Fn) {
		if file, pos, ok = r.storedAt(r.lookedAt(use{f.id, b.Instr}, map[use]bool{})); ok {
			return file, pos, ok
		}
	}
	return "", ir.Pos{}, false
}

// lookedAt returns the cells that the operands of an instruction were computed
// from, in its function.
func (r *Run) lookedAt(u use, seen map[use]bool) (cells []loc) {
	if seen[u] {
		return nil
	}
	seen[u] = true
	cells = r.readBy(u)
	f, in := r.at(u)
	for _, a := range in.Args {
		if i, ok := f.fn.instrOf(a); ok {
			cells = append(cells, r.lookedAt(use{f.id, i}, seen)...)
		}
	}
	return cells
}

// storedAt returns where the value in some cell was written: nearest first,
// through the cells that it was copied from.
func (r *Run) storedAt(cells []loc) (file string, pos ir.Pos, ok bool) {
	r.invert()
	seen := map[loc]bool{}
	todo := append([]loc(nil), cells...)
	for len(todo) > 0 {
		l := todo[0]
		todo = todo[1:]
		if seen[l] {
			continue
		}
		seen[l] = true
		if f, ok := r.tagged[l]; ok && f.pos.File >= 0 {
			return f.unit.Files[f.pos.File], f.pos, true
		}
		for _, u := range r.locs[l].cell.stores {
			if u.frame < 0 {
				continue
			}
			f, in := r.at(u)
			written := in.Op == ir.OpCall || in.Op == ir.OpMapUpdate || in.Op == ir.OpStore && isLiteral(f, in.Args[1])
			if written && in.Pos.File >= 0 {
				return f.fn.unit.Files[in.Pos.File], in.Pos, true
			}
			todo = append(todo, r.loaded(f, in)...)
		}
		todo = append(todo, r.ins[l]...)
		todo = append(todo, r.copiedFrom(l)...)
	}
	return "", ir.Pos{}, false
}

// isLiteral reports whether a stored operand is a constant, or a pointer to a
// variable that was made for it.
func isLiteral(f *frame, a ir.Arg) bool {
	n := int32(f.fn.NumRegs())
	return a.Kind == ir.Constant || a.Kind == ir.Reg && a.I >= n && f.fn.Instrs[a.I-n].Op == ir.OpAlloc
}

// loaded returns the cells that a stored value was read from.
func (r *Run) loaded(f *frame, in *ir.Instr) []loc {
	if in.Op != ir.OpStore || in.Args[1].Kind != ir.Reg {
		return nil
	}
	n := int32(f.fn.NumRegs())
	if in.Args[1].I < n {
		return nil
	}
	return r.readBy(use{f.id, in.Args[1].I - n})
}

// Guessed reports whether the call to this step was a guess.
func (s Step) Guessed() bool { return s.Trigger == guessed }

// A Said is a message that the program shows.
type Said struct {
	Text string
	File string
	Pos  ir.Pos
}

// Said returns what was shown in the frames of a path, on the way to the site,
// if something made the program wait there or the message was shown under a
// condition. What is shown on a way that ends elsewhere (how to use the
// program, before it exits) tells nothing.
func (r *Run) Said(steps []Step) []Said {
	var out []Said
	waits := false
	for i, st := range steps {
		f, _ := r.at(st.at)
		for n := range f.fn.Instrs {
			in := &f.fn.Instrs[n]
			if f.progress[f.fn.blockOf[n]] < int32(n) || !f.leads(int32(n), st.at.instr) {
				continue
			}
			switch r.effectOf(f, in) {
			case "delay":
				waits = true
			case "say":
				if b := f.fn.blockOf[n]; !f.fn.dominates(b, f.fn.blockOf[st.at.instr]) {
					waits = true
				}
				if t := r.constText(f, in); t != "" {
					out = append(out, Said{Text: t, File: f.fn.unit.Files[max(in.Pos.File, 0)], Pos: in.Pos})
				}
			}
		}
		_ = i
	}
	if !waits {
		return nil
	}
	return out
}

// leads reports whether control got from one instruction to another.
func (f *frame) leads(from, to int32) bool {
	start, goal := f.fn.blockOf[from], f.fn.blockOf[to]
	if start == goal {
		return true
	}
	seen := map[int32]bool{start: true}
	for todo := []int32{start}; len(todo) > 0; {
		b := todo[0]
		todo = todo[1:]
		for i, next := range f.fn.Blocks[b].Succs {
			if f.edges[b]&(1<<i) == 0 || seen[next] {
				continue
			}
			if next == goal {
				return true
			}
			seen[next] = true
			todo = append(todo, next)
		}
	}
	return false
}

// effectOf returns what the data say of the function that an instruction calls.
func (r *Run) effectOf(f *frame, in *ir.Instr) string {
	if in.Op != ir.OpCall || len(in.Args) == 0 {
		return ""
	}
	switch in.Args[0].Kind {
	case ir.Builtin:
		if n := r.p.strs[f.fn.sym(in.Args[0].I)]; n == "println" || n == "print" {
			return "say"
		}
	case ir.Function:
		m, _ := r.w.Model(r.p.strs[f.fn.sym(in.Args[0].I)])
		return m.Effect
	}
	return ""
}

// constText joins the constant texts that a call is given.
func (r *Run) constText(f *frame, in *ir.Instr) string {
	var parts []string
	for _, a := range in.Args[1:] {
		v := r.arg(f, a)
		vs := append([]val{v}, r.variadic(v)...)
		for _, x := range vs {
			if k, ok := r.single(x); ok && k.Kind == ir.String {
				parts = append(parts, star(k.Text))
			}
		}
	}
	return strings.Join(parts, " ")
}

// SinkKeys returns the calls of sinks that the run reached.
func (r *Run) SinkKeys() []SiteKey {
	out := make([]SiteKey, len(r.order))
	for i, u := range r.order {
		out[i] = SiteKey{r.frames[u.frame].fn.Symbol, u.instr}
	}
	return out
}

// Blind returns the calls whose target could not be found, and the child
// processes whose command is not known; Text is the kind.
func (r *Run) Blind() []Branch {
	var out []Branch
	for u, kind := range r.blind {
		f, in := r.at(u)
		if in.Pos.File < 0 {
			continue
		}
		out = append(out, Branch{Fn: f.fn.Symbol, Instr: u.instr, Text: kind, Pos: in.Pos, File: f.fn.unit.Files[in.Pos.File]})
	}
	sort.Slice(out, func(i, j int) bool { // frames of one function say the same
		a, b := out[i], out[j]
		return a.Fn < b.Fn || a.Fn == b.Fn && a.Instr < b.Instr
	})
	return out
}

// A SinkCall is a call of a sink, as it stands in the code.
type SinkCall struct {
	Key    SiteKey
	Callee string
	File   string
	Pos    ir.Pos
}

// SinkCalls returns the calls of sinks that stand in the given packages.
func (p *Program) SinkCalls(w *world.World, packages map[string]bool) []SinkCall {
	var out []SinkCall
	for _, fn := range p.fns {
		if !packages[fn.unit.Path] || fn.Synth {
			continue
		}
		for i := range fn.Instrs {
			in := &fn.Instrs[i]
			if (in.Op != ir.OpCall && in.Op != ir.OpGo && in.Op != ir.OpDefer) || in.Args[0].Kind != ir.Function || in.Pos.File < 0 {
				continue
			}
			symbol := p.strs[fn.sym(in.Args[0].I)]
			if _, ok := w.Sink(symbol); ok {
				out = append(out, SinkCall{SiteKey{fn.Symbol, int32(i)}, symbol, fn.unit.Files[in.Pos.File], in.Pos})
			}
		}
	}
	return out
}
