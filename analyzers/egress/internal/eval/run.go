package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// A Run is a finished evaluation.
type Run struct {
	*eval

	// Computed when first asked for.
	found    map[SiteKey]*Site
	depth    []int32 // by frame: calls from the nearest root, -1 if none leads there
	parent   []call
	taken    map[SiteKey]uint8
	readings readings
	ins      [][]loc // by cell: the cells that it includes
	asks     map[use][]SwitchKey
	compared map[SwitchKey]Compared
	rootsOf  map[*Site][]string
	sliced   map[*Site]Slice
	restOn   map[SiteKey]map[SwitchKey]bool // by branch: what its value was computed from
	onlyRoot string
	fetched  map[use][]fetch // by request: what becomes of the response
	plain    bool            // hosts that a user gave are left out

	fedBy      map[*Site]bitSet // see Feeds
	decidersOf map[blockUse][]int32
	writers    map[loc][]use    // calls that may write into an object
	closures   map[fnID][]use   // where closures of a function are made
	fileWrites map[string][]use // by the name of the file
	kept       map[use]keptIn   // where something is minted that is then written to a file
}

// Evaluate runs the program from its roots in a state.
func (p *Program) Evaluate(w *world.World, roots Roots, s State) *Run {
	e := newEval(p, w, s)
	if !s.Unsent && !p.maySend(roots) {
		return &Run{eval: e}
	}
	for _, path := range sortedInits(p, roots) {
		if fn := p.fn(path + ":init"); fn != nil {
			e.enterRoot(fn, "init", false)
		}
	}
	for _, path := range roots.Programs {
		if fn := p.fn(path + ":main"); fn != nil {
			e.enterRoot(fn, "start", false)
		}
	}
	e.library = map[string]bool{}
	for _, path := range roots.Exported {
		e.library[path] = true
	}
	for _, path := range roots.Exported {
		for _, fn := range p.exported(path) {
			if fn.sends {
				e.enterRoot(fn, "start", true)
			}
		}
	}
	e.run()
	return &Run{eval: e}
}

// sortedInits lists the packages whose initialisation runs: those of the roots
// and what they import, imports first.
func sortedInits(p *Program, roots Roots) []string {
	var out []string
	seen := map[string]bool{}
	var visit func(path string)
	visit = func(path string) {
		u := p.byPath[path]
		if u == nil || seen[path] {
			return
		}
		seen[path] = true
		for _, imp := range u.Imports {
			visit(imp)
		}
		out = append(out, path)
	}
	for _, list := range [][]string{roots.Programs, roots.Inits, roots.Exported} {
		for _, path := range list {
			visit(path)
		}
	}
	return out
}

// Steps is the number of instructions evaluated.
func (r *Run) Steps() int { return r.steps }

// Frames is the number of frames.
func (r *Run) Frames() int { return len(r.frames) }

// FunctionCount is the number of functions that were reached.
func (r *Run) FunctionCount() int {
	seen := map[fnID]bool{}
	for _, f := range r.frames {
		seen[f.fn.id] = true
	}
	return len(seen)
}

// Alike reports whether two runs took the same steps to the same end, as far as
// counting tells.
func (r *Run) Alike(other *Run) bool {
	return r.steps == other.steps && len(r.frames) == len(other.frames) && len(r.locs) == len(other.locs) && len(r.vs.all) == len(other.vs.all)
}

// Functions lists the functions that were reached and that may be gates: they
// answer by a truth value, a number or a text.
func (r *Run) Functions() []string {
	seen := map[string]bool{}
	for _, f := range r.frames {
		for _, t := range f.fn.Results {
			if answers(r.p.types[f.fn.unit.typ[t]].kind) {
				seen[f.fn.Symbol] = true
			}
		}
	}
	return sortedKeys(seen)
}

// Answers are the constants that a function is known to return.
func (r *Run) Answers(symbol string) (out []string) {
	for _, f := range r.framesOf(symbol) {
		v := r.vs.get(f.result)
		for _, c := range v.consts {
			out = addString(out, r.p.consts[c].Text)
		}
		for _, one := range v.tuple {
			for _, c := range r.vs.get(one).consts {
				out = addString(out, r.p.consts[c].Text)
			}
		}
	}
	return out
}

// Silent reports whether nothing that sends was reached, whole.
func (r *Run) Silent() bool {
	return len(r.sinks) == 0 && len(r.sends) == 0 && len(r.children) == 0 && !r.stopped
}

// Stopped reports whether the run passed its work limit.
func (r *Run) Stopped() bool { return r.stopped }

// star writes the holes of a pattern as "*".
func star(s string) string { return strings.ReplaceAll(s, hole, "*") }

// at returns an instruction.
func (e *eval) at(u use) (*frame, *ir.Instr) {
	f := e.frames[u.frame]
	return f, &f.fn.Instrs[u.instr]
}
