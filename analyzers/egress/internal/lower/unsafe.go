package lower

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// reinterprets reports whether a conversion makes a pointer to numbers one to
// numbers of another kind, as a program does that asks in which order its
// machine keeps bytes: what is there then is not what was stored.
func reinterprets(in *ssa.Convert) bool {
	from, ok := in.X.(*ssa.Convert)
	if !ok {
		return false
	}
	was, is := pointedNumber(from.X.Type()), pointedNumber(in.Type())
	return was != types.Invalid && is != types.Invalid && was != is
}

// pointedNumber is the kind of the number, or of those of the array, that a
// pointer points to; Invalid if it points to something else.
func pointedNumber(t types.Type) types.BasicKind {
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return types.Invalid
	}
	elem := p.Elem().Underlying()
	if a, ok := elem.(*types.Array); ok {
		elem = a.Elem().Underlying()
	}
	if b, ok := elem.(*types.Basic); ok && b.Info()&types.IsNumeric != 0 {
		return b.Kind()
	}
	return types.Invalid
}
