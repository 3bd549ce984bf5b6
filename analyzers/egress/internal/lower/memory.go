package lower

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// go/ssa has no literals: `&C{X: true}` is an allocation followed by a store.
// So that a field which is always stored before anybody can see the object
// does not also count as zero, memory follows each allocation until its
// address escapes (the idea of recency abstraction, Balakrishnan, Reps 2006,
// by dominance instead of by states):
//
//   - for an Alloc, the paths that are definitely stored before any use;
//   - for a Store, the paths that are overwritten before any use;
//   - the Stores that come before every other one to the same path.
//
// A path is a chain of fields ("Type.A|Type.B"), "" the whole object.
func memory(fn *ssa.Function) memories {
	out := memories{paths: map[ssa.Instruction][]string{}, first: map[ssa.Instruction]bool{}}
	var order map[ssa.Instruction]int
	for _, blk := range fn.Blocks {
		for _, in := range blk.Instrs {
			if a, ok := in.(*ssa.Alloc); ok {
				if order == nil {
					order = numbered(fn)
				}
				follow(a, order, out)
			}
		}
	}
	return out
}

type memories struct {
	paths map[ssa.Instruction][]string
	first map[ssa.Instruction]bool
}

// numbered gives each instruction its place in its block.
func numbered(fn *ssa.Function) map[ssa.Instruction]int {
	out := map[ssa.Instruction]int{}
	for _, blk := range fn.Blocks {
		for i, in := range blk.Instrs {
			out[in] = i
		}
	}
	return out
}

type access struct {
	path  string
	instr ssa.Instruction
}

type accesses struct {
	stores, uses []access
	order        map[ssa.Instruction]int
}

// maxStores bounds the stores to one allocation that are compared with each
// other; beyond it every store counts, and so does zero.
const maxStores = 200

func follow(a *ssa.Alloc, order map[ssa.Instruction]int, all memories) {
	acc, out := accesses{order: order}, all.paths
	if strings.HasPrefix(a.Comment, "slicelit") || a.Comment == "varargs" {
		out[a] = append(out[a], "[]")
	}
	acc.collect(a, "", 0)
	if len(acc.stores) > maxStores {
		return
	}
	seen := map[string]bool{}
	for _, s := range acc.stores {
		if !seen[s.path] {
			seen[s.path] = true
			if acc.definite(s.path) {
				out[a] = append(out[a], s.path)
			}
		}
		for _, later := range acc.stores {
			if later.instr != s.instr && within(later.path, s.path) && acc.overwrites(s, later) {
				out[s.instr] = append(out[s.instr], later.path)
			}
		}
		if acc.beforeAll(s, s.path, nil) && acc.beforeStores(s) {
			all.first[s.instr] = true
		}
	}
}

// beforeStores reports whether s comes before all other stores to its path.
func (acc *accesses) beforeStores(s access) bool {
	for _, o := range acc.stores {
		if o.instr != s.instr && overlap(o.path, s.path) && !acc.precedes(s.instr, o.instr) {
			return false
		}
	}
	return true
}

// collect gathers stores to and other uses of the memory at v.
func (acc *accesses) collect(v ssa.Value, path string, depth int) {
	for _, ref := range *v.Referrers() {
		switch in := ref.(type) {
		case *ssa.DebugRef:
		case *ssa.FieldAddr:
			if depth < 6 {
				acc.collect(in, join(path, fieldName(in)), depth+1)
				continue
			}
			acc.uses = append(acc.uses, access{path, ref})
		case *ssa.Store:
			if in.Addr == v && in.Val != v {
				acc.stores = append(acc.stores, access{path, ref})
				continue
			}
			acc.uses = append(acc.uses, access{path, ref})
		default:
			acc.uses = append(acc.uses, access{path, ref})
		}
	}
}

func fieldName(in *ssa.FieldAddr) string {
	st := types.Unalias(in.X.Type().Underlying().(*types.Pointer).Elem())
	return fieldSymbol(st, st.Underlying().(*types.Struct).Field(in.Field))
}

func join(path, field string) string {
	if path == "" {
		return field
	}
	return path + "|" + field
}

// within reports whether path lies in the memory named by whole.
func within(path, whole string) bool {
	return whole == "" || path == whole || strings.HasPrefix(path, whole+"|")
}

func overlap(a, b string) bool { return within(a, b) || within(b, a) }

// definite reports whether some store to path, or to what holds it, comes
// before every use of it.
func (acc *accesses) definite(path string) bool {
	for _, s := range acc.stores {
		if within(path, s.path) && acc.beforeAll(s, path, nil) {
			return true
		}
	}
	return false
}

// overwrites reports whether nobody sees what s stored at later's path.
func (acc *accesses) overwrites(s, later access) bool {
	return acc.precedes(s.instr, later.instr) && acc.beforeAll(later, later.path, s.instr)
}

// beforeAll reports whether s comes before every use of path, except for uses
// that come before since.
func (acc *accesses) beforeAll(s access, path string, since ssa.Instruction) bool {
	for _, u := range acc.uses {
		if !overlap(u.path, path) || acc.precedes(s.instr, u.instr) {
			continue
		}
		if since != nil && acc.precedes(u.instr, since) && !loops(since.Block()) {
			continue
		}
		return false
	}
	return true
}

// precedes reports whether a comes before b on every way to b.
func (acc *accesses) precedes(a, b ssa.Instruction) bool {
	if a.Block() != b.Block() {
		return a.Block().Dominates(b.Block())
	}
	return acc.order[a] < acc.order[b]
}

// loops reports whether control can come back to blk.
func loops(blk *ssa.BasicBlock) bool {
	seen := map[*ssa.BasicBlock]bool{}
	todo := append([]*ssa.BasicBlock(nil), blk.Succs...)
	for len(todo) > 0 {
		b := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if b == blk {
			return true
		}
		if !seen[b] {
			seen[b] = true
			todo = append(todo, b.Succs...)
		}
	}
	return false
}

// paths writes what memory found into the instruction.
func (b *body) paths(in ssa.Instruction, out *ir.Instr) {
	for _, p := range b.mem.paths[in] {
		out.Paths = append(out.Paths, b.str(p))
	}
}
