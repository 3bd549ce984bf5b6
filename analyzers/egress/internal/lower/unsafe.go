package lower

import (
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// reinterprets reports whether a conversion makes a pointer to numbers one to
// numbers of another size, as a program does that asks in which order its
// machine keeps bytes: what is there then is not what was stored.
func reinterprets(in *ssa.Convert) bool {
	from, ok := in.X.(*ssa.Convert)
	if !ok {
		return false
	}
	was, is := numbers(from.X.Type()), numbers(in.Type())
	return was != 0 && is != 0 && was != is
}

// numbers is the size of the number, or of those of the array, that a pointer
// points to; 0 if it points to something else.
func numbers(t types.Type) int64 {
	p, ok := t.Underlying().(*types.Pointer)
	if !ok {
		return 0
	}
	elem := p.Elem().Underlying()
	if a, ok := elem.(*types.Array); ok {
		elem = a.Elem().Underlying()
	}
	if b, ok := elem.(*types.Basic); !ok || b.Info()&types.IsNumeric == 0 {
		return 0
	}
	return sizes.Sizeof(elem)
}

// sizes are those of any 64-bit system: which one makes no difference here.
var sizes = types.SizesFor("gc", "amd64")
