package properties

import (
	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
)

// identity is the class of identity that a value gives by itself, or "".
func (x *extraction) identity(v ssa.Value) string {
	if f := flow.Field(v); f != nil {
		return ""
	}
	if g, ok := v.(*ssa.Global); ok {
		return telling(x.sources.Symbol(g.Pkg.Pkg.Path() + ":" + g.Name()))
	}
	if e, ok := v.(*ssa.Extract); ok {
		v = e.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return ""
	}
	for _, symbol := range x.p.Outside(call) {
		if class := telling(x.sources.Symbol(symbol)); class != "" {
			return class
		}
	}
	return ""
}

// telling is a class that tells one machine or person from another.
func telling(class string, ok bool) string {
	switch {
	case !ok, class == "neutral", class == "weak":
		return ""
	}
	return class
}
