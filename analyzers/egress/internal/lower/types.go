package lower

import (
	"go/types"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

func qualifier(p *types.Package) string { return Path(p.Path()) }

// typ describes t in the unit and returns its index.
func (l *lowerer) typ(t types.Type) int32 {
	if t == nil {
		return 0
	}
	t = types.Unalias(t)
	if i, ok := l.seen[t]; ok {
		return i
	}
	i := l.describe(t)
	l.seen[t] = i
	return i
}

// describe describes a type that may have been met before under the same name.
func (l *lowerer) describe(t types.Type) int32 {
	key := types.TypeString(t, qualifier)
	if i, ok := l.types[key]; ok {
		return i
	}
	i := int32(len(l.unit.Types))
	l.types[key] = i
	l.unit.Types = append(l.unit.Types, ir.Type{Key: key})
	d := ir.Type{Key: key, Symbol: typeSymbol(t), Kind: kind(t), Error: isError(t)}
	switch u := t.Underlying().(type) {
	case *types.Pointer:
		d.Elem = l.typ(u.Elem())
	case *types.Slice:
		d.Elem = l.typ(u.Elem())
	case *types.Array:
		d.Elem, d.Len = l.typ(u.Elem()), u.Len()
	case *types.Chan:
		d.Elem = l.typ(u.Elem())
	case *types.Map:
		d.Elem = l.typ(u.Elem())
	case *types.Struct:
		d.Fields = l.fields(t, u)
	case *types.Interface:
		for j := range u.NumMethods() {
			d.Methods = append(d.Methods, ir.Method{Name: u.Method(j).Name()})
		}
	}
	l.unit.Types[i] = d
	return i
}

// fields describes a struct's fields. Fields of a type of another package that
// are not exported stay in: a copy of the struct copies them.
func (l *lowerer) fields(t types.Type, s *types.Struct) []ir.Field {
	out := make([]ir.Field, s.NumFields())
	for i := range out {
		f := s.Field(i)
		out[i] = ir.Field{
			Name: f.Name(), Symbol: fieldSymbol(t, f), Tag: s.Tag(i), Embedded: f.Embedded(), Pos: l.pos(f.Pos()),
		}
		out[i].Type = l.typ(f.Type())
	}
	return out
}

// fieldSymbol names a field by the type that declares it. Fields of anonymous
// structs are named by the struct's text.
func fieldSymbol(t types.Type, f *types.Var) string {
	if named, ok := types.Unalias(t).(*types.Named); ok {
		obj := named.Origin().Obj()
		if obj.Pkg() != nil {
			return Path(obj.Pkg().Path()) + ":" + obj.Name() + "." + f.Name()
		}
	}
	return types.TypeString(t.Underlying(), qualifier) + "." + f.Name()
}

func typeSymbol(t types.Type) string {
	if p, ok := t.(*types.Pointer); ok {
		t = types.Unalias(p.Elem())
	}
	named, ok := t.(*types.Named)
	if !ok {
		return ""
	}
	obj := named.Origin().Obj()
	if obj.Pkg() == nil {
		return obj.Name() // error, comparable
	}
	return Path(obj.Pkg().Path()) + ":" + obj.Name()
}

func kind(t types.Type) ir.Kind {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch info := u.Info(); {
		case info&types.IsBoolean != 0:
			return ir.KBool
		case info&types.IsInteger != 0:
			return ir.KInt
		case info&types.IsFloat != 0:
			return ir.KFloat
		case info&types.IsString != 0:
			return ir.KString
		}
	case *types.Pointer:
		return ir.KPointer
	case *types.Interface:
		if _, ok := t.(*types.TypeParam); ok {
			return ir.KOther
		}
		return ir.KInterface
	case *types.Signature:
		return ir.KFunc
	case *types.Map:
		return ir.KMap
	case *types.Slice:
		return ir.KSlice
	case *types.Array:
		return ir.KArray
	case *types.Chan:
		return ir.KChan
	case *types.Struct:
		return ir.KStruct
	case *types.Tuple:
		return ir.KTuple
	}
	return ir.KOther
}

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

func isError(t types.Type) bool {
	if _, ok := t.(*types.Tuple); ok {
		return false
	}
	if _, ok := t.(*types.TypeParam); ok {
		return false
	}
	return types.Implements(t, errorType)
}

// concrete describes a type that becomes an interface value, with its methods.
func (l *lowerer) concrete(t types.Type) int32 {
	i := l.typ(t)
	if l.unit.Types[i].Methods != nil || types.IsInterface(t) {
		return i
	}
	set := l.prog.MethodSets.MethodSet(t)
	methods := make([]ir.Method, 0, set.Len())
	for j := range set.Len() {
		sel := set.At(j)
		obj := sel.Obj().(*types.Func)
		if len(sel.Index()) == 1 {
			methods = append(methods, ir.Method{Name: obj.Name(), Func: Symbol(obj)})
			continue
		}
		if fn := l.prog.MethodValue(sel); fn != nil { // promoted through an embedded field
			l.enqueue(fn)
			methods = append(methods, ir.Method{Name: obj.Name(), Func: l.symbol(fn)})
		}
	}
	l.unit.Types[i].Methods = methods
	return i
}
