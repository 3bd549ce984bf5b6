package flow

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// load goes to what may be stored under an address.
func (w *walk) load(n *Node, addr ssa.Value) {
	switch addr := addr.(type) {
	case *ssa.FieldAddr:
		if _, ok := addr.X.(*ssa.Alloc); ok && w.made(n, addr.X, addr.Field) {
			return
		}
		if f := Field(addr); w.p.own(f.Pkg()) {
			w.field(n, f)
			return
		}
		w.made(n, addr.X, addr.Field)
		w.push(addr.X, n.Context, addr.Block(), n, false) // what made the object set it
	default:
		w.push(addr, n.Context, blockOf(n.Value), n, false)
	}
}

// own reports whether a package is one of the program's.
func (p *Program) own(pkg *types.Package) bool {
	for _, have := range p.Packages {
		if have.Pkg == pkg {
			return true
		}
	}
	return false
}

// made goes to what the function stores in a field of an object by the same
// address, and reports whether there is anything.
func (w *walk) made(n *Node, object ssa.Value, field int) bool {
	found := false
	if object.Referrers() == nil {
		return false
	}
	for _, ref := range *object.Referrers() {
		addr, ok := ref.(*ssa.FieldAddr)
		if !ok || addr.Field != field {
			continue
		}
		for _, use := range *addr.Referrers() {
			if s, ok := use.(*ssa.Store); ok && s.Addr == addr {
				w.push(s.Val, n.Context, s.Block(), n, false)
				found = true
			}
		}
	}
	return found
}

// field goes to all that is stored in a field, of whatever object.
func (w *walk) field(n *Node, f *types.Var) {
	for _, s := range w.p.stores[f] {
		w.push(s.Val, nil, s.Block(), n, false)
	}
	for _, call := range w.p.filled[f] {
		w.outputs(n, call, nil, nil)
	}
}

// contents goes to what is stored in an object through any of its addresses,
// and to what functions without code here were given together with it.
func (w *walk) contents(n *Node, object ssa.Value) {
	seen := map[ssa.Value]bool{}
	var visit func(v ssa.Value, context *Context)
	visit = func(v ssa.Value, context *Context) {
		if seen[v] || v.Referrers() == nil {
			return
		}
		seen[v] = true
		for _, ref := range *v.Referrers() {
			switch ref := ref.(type) {
			case *ssa.Store:
				if ref.Addr == v {
					w.push(ref.Val, context, ref.Block(), n, false)
				}
			case *ssa.MapUpdate:
				if ref.Map == v {
					w.push(ref.Key, context, ref.Block(), n, false)
					w.push(ref.Value, context, ref.Block(), n, false)
				}
			case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.Slice, *ssa.MakeInterface, *ssa.ChangeType:
				visit(ref.(ssa.Value), context)
			case *ssa.MakeClosure:
				for i, b := range ref.Bindings {
					if b == v {
						visit(ref.Fn.(*ssa.Function).FreeVars[i], w.within(context))
					}
				}
			case ssa.CallInstruction:
				w.outputs(n, ref, v, context)
			}
		}
	}
	visit(object, n.Context)
}

// outputs goes to what a function without code here may have put into an
// object that it was given.
func (w *walk) outputs(n *Node, call ssa.CallInstruction, object ssa.Value, context *Context) {
	if w.p.known(call) {
		return
	}
	if v, ok := call.(*ssa.Call); ok {
		if b, ok := v.Call.Value.(*ssa.Builtin); ok && b.Name() != "copy" {
			return
		}
		w.push(v, context, call.Block(), n, false)
		return
	}
	for _, arg := range call.Common().Args {
		if arg != object {
			w.push(arg, context, call.Block(), n, false)
		}
	}
}
