package situation

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
)

// zeroed finds the fields that may be read before anything is stored in them:
// those of an object that leaves the function which makes it without a store
// having been passed, and those of structs of which there is a zero value.
func zeroed(p *flow.Program) map[*types.Var]bool {
	fields := map[*types.Var]bool{}
	for _, fn := range p.Funcs {
		for _, b := range fn.Blocks {
			for _, i := range b.Instrs {
				if alloc, ok := i.(*ssa.Alloc); ok {
					zeroOf(fields, alloc)
				}
				for _, op := range i.Operands(nil) {
					if c, ok := (*op).(*ssa.Const); ok && c.Value == nil {
						all(fields, c.Type())
					}
				}
				if m, ok := i.(*ssa.MakeSlice); ok {
					all(fields, m.Type().Underlying().(*types.Slice).Elem())
				}
			}
		}
	}
	for _, pkg := range p.Packages {
		for _, member := range pkg.Members {
			if g, ok := member.(*ssa.Global); ok {
				all(fields, g.Type().(*types.Pointer).Elem())
			}
		}
	}
	return fields
}

// all notes every field of a struct, and of the structs in it.
func all(fields map[*types.Var]bool, t types.Type) {
	s, ok := t.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for f := range s.Fields() {
		fields[f.Origin()] = true
		all(fields, f.Type())
	}
}

// zeroOf notes the fields of an object that may still be zero when it leaves.
func zeroOf(fields map[*types.Var]bool, alloc *ssa.Alloc) {
	s, ok := alloc.Type().(*types.Pointer).Elem().Underlying().(*types.Struct)
	if !ok || copied(alloc) {
		return
	}
	exits := leaves(alloc)
	for i := range s.NumFields() {
		if !storedBefore(alloc, i, exits) {
			fields[s.Field(i).Origin()] = true
		}
		all(fields, s.Field(i).Type())
	}
}

// copied reports whether the object begins as a copy of another.
func copied(alloc *ssa.Alloc) bool {
	for _, ref := range *alloc.Referrers() {
		if s, ok := ref.(*ssa.Store); ok && s.Addr == alloc && s.Block() == alloc.Block() {
			return true
		}
	}
	return false
}

// leaves are the instructions that use the object whole.
func leaves(alloc *ssa.Alloc) []ssa.Instruction {
	var exits []ssa.Instruction
	for _, ref := range *alloc.Referrers() {
		switch ref.(type) {
		case *ssa.FieldAddr, *ssa.DebugRef:
		default:
			exits = append(exits, ref)
		}
	}
	return exits
}

// storedBefore reports whether a field is stored on every way to the exits.
func storedBefore(alloc *ssa.Alloc, field int, exits []ssa.Instruction) bool {
	for _, ref := range *alloc.Referrers() {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || addr.Field != field {
			continue
		}
		for _, use := range *addr.Referrers() {
			if s, ok := use.(*ssa.Store); ok && s.Addr == addr && beforeAll(s, exits) {
				return true
			}
		}
	}
	return false
}

func beforeAll(s *ssa.Store, exits []ssa.Instruction) bool {
	for _, exit := range exits {
		if s.Block() == exit.Block() && !precedes(s, exit) || !s.Block().Dominates(exit.Block()) {
			return false
		}
	}
	return true
}

func precedes(a, b ssa.Instruction) bool {
	for _, i := range a.Block().Instrs {
		if i == a {
			return true
		}
		if i == b {
			return false
		}
	}
	return false
}
