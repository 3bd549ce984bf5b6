package situation

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/known"
)

// load is what is known of what stands under an address.
func (r *Run) load(f *frame, addr ssa.Value) val {
	switch addr.Type().Underlying().(*types.Pointer).Elem().Underlying().(type) {
	case *types.Struct, *types.Array:
		return anything
	}
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		if v, ok := r.fixed(flow.Field(a)); ok {
			return v
		}
		if alloc, ok := a.X.(*ssa.Alloc); ok && r.own(alloc) {
			return r.read(f, part{alloc, a.Field})
		}
		return r.field(f, flow.Field(a))
	case *ssa.Global:
		switch {
		case a.Name() == "init$guard":
			return truth(false) // packages are initialised once
		case !r.here(a.Pkg.Pkg):
			return anything
		}
		if !initialised(a, r.m.Program) {
			r.write(a, zero(a.Type().(*types.Pointer).Elem()))
		}
		return r.read(f, a)
	case *ssa.Alloc, *ssa.FreeVar:
		return r.read(f, r.object(a))
	}
	switch pointer := r.value(f, addr); {
	case pointer.kind == unreached:
		return val{}
	case pointer.flag != nil:
		return r.read(f, pointer.flag)
	}
	return anything
}

// define notes the default of a flag, which is its value unless flags are
// given.
func (r *Run) define(f *frame, entry known.Entry, call ssa.CallInstruction, results []val) {
	value := r.value(f, flow.Arg(call, entry.Index("value")))
	if r.s.AnyFlag {
		value = anything
	}
	if target := entry.Index("target"); target >= 0 {
		r.assign(flow.Arg(call, target), value)
		return
	}
	r.write(call, value)
	results[0] = val{kind: some, flag: call}
}

// justStored is the store whose value a load of a local variable gives,
// because it stands before it in the same block and nothing else has the
// variable's address; nil if there is none. The results of functions that
// defer something are such variables.
func justStored(load *ssa.UnOp) *ssa.Store {
	alloc, ok := load.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.UnOp:
		case *ssa.Store:
			if ref.Val == alloc {
				return nil
			}
		default:
			return nil
		}
	}
	var last *ssa.Store
	for _, i := range load.Block().Instrs {
		if i == load {
			break
		}
		if s, ok := i.(*ssa.Store); ok && s.Addr == alloc {
			last = s
		}
	}
	return last
}

// object is the cell of an object that a function makes, also as a closure
// sees it.
func (r *Run) object(v ssa.Value) any {
	free, ok := v.(*ssa.FreeVar)
	if !ok {
		return v
	}
	for i, fv := range free.Parent().FreeVars {
		if fv == free {
			for _, c := range r.m.Program.Closures(free.Parent()) {
				return r.object(c.Bindings[i])
			}
		}
	}
	return v
}

// field is what is known of a field, of whatever object.
func (r *Run) field(f *frame, field *types.Var) val {
	if v, ok := r.fixed(field); ok {
		return v
	}
	if !r.here(field.Pkg()) || r.m.isOpen(field) {
		return anything
	}
	if r.m.isZeroed(field) && !r.numbered[field] {
		r.write(field, zero(field.Type()))
	}
	return r.read(f, field)
}

// fixed is what the situation says of a field.
func (r *Run) fixed(field *types.Var) (val, bool) {
	switch {
	case field == r.s.Off:
		return truth(false), r.s.Off != nil
	case r.s.Plain && field.Pkg() != nil && field.Pkg().Path() == "net/url" && field.Name() == "Scheme":
		return words("http"), true
	}
	return val{}, false
}

func (r *Run) here(pkg *types.Package) bool {
	for _, p := range r.m.Program.Packages {
		if p.Pkg == pkg {
			return true
		}
	}
	return false
}

// initialised reports whether the package's initialisation sets a variable.
func initialised(g *ssa.Global, p *flow.Program) bool {
	for _, s := range p.Stores(g) {
		if s.Parent().Synthetic == "package initializer" {
			return true
		}
	}
	return false
}

// own reports whether an object is set field by field where it is made, and
// otherwise only given to functions without code here.
func (r *Run) own(alloc ssa.Value) bool {
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.FieldAddr, *ssa.UnOp:
		case *ssa.MakeInterface:
			if !r.own(ref) {
				return false
			}
		case ssa.CallInstruction:
			for _, fn := range r.m.Program.Targets(ref) {
				if r.m.Program.HasCode(fn) {
					return false
				}
			}
		default:
			return false
		}
	}
	return true
}

// allocate sets an object to zero, unless it is filled at once.
func (r *Run) allocate(v *ssa.Alloc) {
	t := v.Type().(*types.Pointer).Elem()
	if s, ok := t.Underlying().(*types.Struct); ok {
		if r.filled[v] {
			return
		}
		for i := range s.NumFields() {
			r.write(part{v, i}, zero(s.Field(i).Type()))
		}
		return
	}
	for _, ref := range *v.Referrers() {
		if s, ok := ref.(*ssa.Store); ok && s.Addr == v && s.Block() == v.Block() && first(v, s) {
			return
		}
	}
	r.write(v, zero(t))
}

// first reports whether nothing looks at the object before the store.
func first(v *ssa.Alloc, s *ssa.Store) bool {
	for _, i := range v.Block().Instrs {
		if i == s {
			return true
		}
		for _, op := range i.Operands(nil) {
			if *op == v {
				return false
			}
		}
	}
	return false
}

// store notes what a store writes.
func (r *Run) store(f *frame, s *ssa.Store) {
	r.assign(s.Addr, r.value(f, s.Val))
}

// assign notes what an address holds from now on.
func (r *Run) assign(addr ssa.Value, v val) {
	switch a := addr.(type) {
	case *ssa.FieldAddr:
		if alloc, ok := a.X.(*ssa.Alloc); ok {
			r.write(part{alloc, a.Field}, v)
		}
		r.write(flow.Field(a), v)
	case *ssa.Global, *ssa.Alloc, *ssa.FreeVar:
		r.write(r.object(a), v)
	}
}

// fill notes what a function without code here puts into an object: whatever
// its fields can hold.
func (r *Run) fill(arg ssa.Value, numbers val) {
	if m, ok := arg.(*ssa.MakeInterface); ok {
		arg = m.X
	}
	ptr, ok := arg.Type().Underlying().(*types.Pointer)
	if !ok {
		return
	}
	s, ok := ptr.Elem().Underlying().(*types.Struct)
	if !ok {
		r.write(r.object(arg), anything)
		return
	}
	alloc, isAlloc := arg.(*ssa.Alloc)
	first := isAlloc && !r.filled[alloc]
	r.filled[alloc] = true
	for i := range s.NumFields() {
		v := anything
		if zero(s.Field(i).Type()).kind == number {
			v = numbers
		}
		if isAlloc {
			if first {
				delete(r.cells, any(part{alloc, i})) // what stood there before is gone
			}
			r.write(part{alloc, i}, v)
		}
		r.number(s.Field(i).Origin(), v)
		r.fillInner(s.Field(i).Type(), numbers, 0)
	}
}

// number notes what a decoder puts into a field. A number that is known to be
// there takes the place of what was there before.
func (r *Run) number(f *types.Var, v val) {
	if v.kind == number && !r.numbered[f] {
		r.numbered[f] = true
		delete(r.cells, any(f))
	}
	r.write(f, v)
}

// fillInner fills the objects that a decoder makes for a field.
func (r *Run) fillInner(t types.Type, numbers val, depth int) {
	const maxDepth = 5 // of types that hold themselves
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		r.fillInner(u.Elem(), numbers, depth+1)
	case *types.Slice:
		r.fillInner(u.Elem(), numbers, depth+1)
	case *types.Map:
		r.fillInner(u.Elem(), numbers, depth+1)
	case *types.Struct:
		for f := range u.Fields() {
			if depth > maxDepth || !r.here(f.Pkg()) {
				return
			}
			v := anything
			if zero(f.Type()).kind == number {
				v = numbers
			}
			r.number(f.Origin(), v)
			r.fillInner(f.Type(), numbers, depth+1)
		}
	}
}
