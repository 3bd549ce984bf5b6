package properties

import (
	"fmt"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// redaction: whether an identifier shows when what holds it is printed.
func (x *extraction) redaction() Property {
	fs := &facts{x: x}
	for _, t := range x.holders() {
		fn := x.printer(t)
		switch {
		case fn == nil:
			fs.add(t.Obj().Pos(), 0, fmt.Sprintf("%s shows its value when it is printed", t.Obj().Name()))
		case x.tells(fn):
			fs.add(fn.Pos(), 0, fmt.Sprintf("%s.%s gives the value away", t.Obj().Name(), fn.Name()))
		default:
			fs.add(fn.Pos(), 1, "an identifier does not show when it is printed")
		}
	}
	if len(fs.all) == 0 {
		for _, c := range x.carries {
			fs.add(c.event.call.Pos(), 0, "identifiers are plain text, and show wherever they are printed")
		}
	}
	return Property{"redaction", fs.sorted()}
}

// holders are the types that hold the text of an identifier.
func (x *extraction) holders() []*types.Named {
	var all []*types.Named
	for _, pkg := range x.p.Packages {
		scope := pkg.Pkg.Scope()
		for _, name := range scope.Names() {
			obj, ok := scope.Lookup(name).(*types.TypeName)
			if !ok {
				continue
			}
			named, ok := obj.Type().(*types.Named)
			if !ok {
				continue
			}
			if s, ok := named.Underlying().(*types.Struct); ok && x.holds(s) {
				all = append(all, named)
			}
		}
	}
	return all
}

func (x *extraction) holds(s *types.Struct) bool {
	for f := range s.Fields() {
		if !isText(f.Type()) {
			continue
		}
		for _, store := range x.p.FieldStores(f) {
			if has(x.origins(store.Val, nil), "random", "weak") {
				return true
			}
		}
	}
	return false
}

// isText reports whether a type is text, or points to it.
func isText(t types.Type) bool {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}

// printer is the method that package fmt prints values of a type with.
func (x *extraction) printer(t *types.Named) *ssa.Function {
	for _, name := range []string{"String", "Format", "GoString"} {
		obj, _, _ := types.LookupFieldOrMethod(t, true, t.Obj().Pkg(), name)
		if m, ok := obj.(*types.Func); ok {
			return x.p.Packages[0].Prog.FuncValue(m)
		}
	}
	return nil
}

// tells reports whether a function returns an identifier.
func (x *extraction) tells(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		for _, v := range ret.Results {
			if has(x.origins(v, nil), "random", "weak") {
				return true
			}
		}
	}
	return false
}
