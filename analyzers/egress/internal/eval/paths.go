package eval

import (
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// maxWays bounds the unfinished ways that are looked at for one site.
const maxWays = 20_000

// A way leads down to a site, from its first call on.
type way struct {
	at   use
	down *way // the next call, nil at the site
}

// Ways returns the different ways from the roots, or from one root, to a site,
// the shortest first: most of them at most. all reports whether there are no more.
func (r *Run) Ways(s *Site, root string, most int) (out [][]Step, all bool) {
	r.buildTree()
	seen := map[string]bool{}
	var todo []*way
	for _, u := range s.Uses {
		todo = append(todo, &way{at: u})
	}
	for n := 0; n < len(todo); n++ {
		if n == maxWays || len(out) > most {
			return out[:min(len(out), most)], false
		}
		w := todo[n]
		f := r.frames[w.at.frame]
		for _, c := range f.callers {
			switch {
			case c.from.frame >= 0:
				if r.depth[c.from.frame] >= 0 && !w.passes(c.from.frame) {
					todo = append(todo, &way{c.from, w})
				}
			case root == "" || root == f.fn.Symbol:
				steps := r.stepsOf(w)
				if key := keyOf(steps); !seen[key] {
					seen[key] = true
					out = append(out, steps)
				}
			}
		}
	}
	return out[:min(len(out), most)], len(out) <= most
}

// passes reports whether the way leads through a frame.
func (w *way) passes(frame int32) bool {
	for ; w != nil; w = w.down {
		if w.at.frame == frame {
			return true
		}
	}
	return false
}

func (r *Run) stepsOf(w *way) (steps []Step) {
	for ; w != nil; w = w.down {
		steps = append(steps, r.stepAt(w.at, ""))
	}
	return steps
}

// keyOf tells ways apart that a reader would.
func keyOf(steps []Step) string {
	var b []byte
	for _, st := range steps {
		b = append(b, st.Fn...)
		b = append(b, 0, byte(st.Pos.Line>>16), byte(st.Pos.Line>>8), byte(st.Pos.Line))
	}
	return string(b)
}

// maxStores bounds the chain of stores behind a default.
const maxStores = 20

// Stores returns the chain of stores that the default of a switch came by:
// from where it is asked for back to what the source says, through the cells
// that it was copied from.
func (s *SwitchUse) Stores() (chain []Branch) {
	r := s.run
	r.invert()
	add := func(b Branch) {
		if b.File != "" && len(chain) < maxStores && !slices.Contains(chain, b) {
			chain = append(chain, b)
		}
	}
	todo := slices.Clone(s.cells)
	for _, u := range s.DefaultAt {
		if u.frame >= 0 {
			add(r.where(u))
			todo = append(todo, r.operandsOf(u)...)
		}
	}
	for _, f := range s.declared {
		add(f.place())
	}
	seen := map[loc]bool{}
	for n := 0; n < len(todo); n++ {
		l := todo[n]
		if seen[l] {
			continue
		}
		seen[l] = true
		if f, ok := r.tagged[l]; ok {
			add(f.place())
			continue
		}
		for _, u := range r.locs[l].cell.stores {
			if u.frame >= 0 {
				f, in := r.at(u)
				add(r.where(u))
				todo = append(todo, r.loaded(f, in)...)
			}
		}
		todo = append(todo, r.ins[l]...)
		todo = append(todo, r.copiedFrom(l)...)
	}
	return chain
}

// operandsOf returns the cells that the operands of a call were read from.
func (r *Run) operandsOf(u use) (cells []loc) {
	f, in := r.at(u)
	n := int32(f.fn.NumRegs())
	for _, a := range in.Args {
		if a.Kind == ir.Reg && a.I >= n {
			cells = append(cells, r.readBy(use{f.id, a.I - n})...)
		}
	}
	return cells
}

// place is where a field is declared.
func (f fieldInfo) place() Branch {
	if f.pos.File < 0 {
		return Branch{}
	}
	return Branch{Text: f.tag, File: f.unit.Files[f.pos.File], Pos: f.pos, Pkg: f.unit.Path}
}
