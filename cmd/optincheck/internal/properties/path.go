package properties

import (
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
)

// A pattern is the elements of a path: text, "*" for what a parameter gives,
// "$" and a name for what a field holds, and "?" for what comes from outside.
type pattern []string

const (
	given  = "*"
	chosen = "?"
	field  = "$" // before a field's name
)

// pattern is the pattern of a path in a context.
func (x *extraction) pattern(v ssa.Value, context *flow.Context, depth int) pattern {
	if depth > 12 {
		return pattern{chosen}
	}
	switch v := v.(type) {
	case *ssa.Const:
		if text, ok := constText(v); ok {
			return strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '\\' })
		}
	case *ssa.Parameter:
		if context == nil || context.Callback {
			return pattern{given}
		}
		return x.pattern(flow.Arg(context.Call, slices.Index(v.Parent().Params, v)), context.Up, depth+1)
	case *ssa.UnOp:
		if f := flow.Field(v); f != nil && v.Op == token.MUL {
			return pattern{field + f.Name()}
		}
	case *ssa.Field:
		return pattern{field + flow.Field(v).Name()}
	case *ssa.BinOp:
		return glue(x.pattern(v.X, context, depth+1), x.pattern(v.Y, context, depth+1))
	case *ssa.Call:
		return x.called(v, context, depth)
	}
	return pattern{chosen}
}

// glue is one text after another: the last element of the one and the first
// of the other are the same.
func glue(a, b pattern) pattern {
	if len(a) == 0 || len(b) == 0 {
		return append(a, b...)
	}
	middle := given
	if slices.Contains([]string{a[len(a)-1], b[0]}, chosen) {
		middle = chosen
	}
	return slices.Concat(a[:len(a)-1], pattern{middle}, b[1:])
}

func (x *extraction) called(call *ssa.Call, context *flow.Context, depth int) pattern {
	for _, symbol := range x.p.Outside(call) {
		switch symbol {
		case "path/filepath:Join", "path:Join":
			return x.joined(call, context, depth)
		case "path/filepath:Clean":
			return x.pattern(flow.Arg(call, 0), context, depth+1)
		}
	}
	targets := x.p.Targets(call)
	if len(targets) != 1 || len(targets[0].Blocks) != 1 {
		return pattern{chosen}
	}
	ret, ok := targets[0].Blocks[0].Instrs[len(targets[0].Blocks[0].Instrs)-1].(*ssa.Return)
	if !ok || len(ret.Results) != 1 {
		return pattern{chosen}
	}
	return x.pattern(ret.Results[0], context.Enter(flow.Edge{Call: call}), depth+1)
}

// joined is the pattern of filepath.Join.
func (x *extraction) joined(call *ssa.Call, context *flow.Context, depth int) pattern {
	list, ok := flow.Arg(call, 0).(*ssa.Slice)
	if !ok {
		return pattern{chosen}
	}
	type element struct {
		index int64
		value ssa.Value
	}
	var elements []element
	for _, ref := range *list.X.Referrers() {
		addr, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		index, _ := number(addr.Index)
		for _, s := range storesInto(addr) {
			elements = append(elements, element{index, s.Val})
		}
	}
	slices.SortFunc(elements, func(a, b element) int { return int(a.index - b.index) })
	var p pattern
	for _, e := range elements {
		p = append(p, x.pattern(e.value, context, depth+1)...)
	}
	return p
}

// covers reports whether removing what p names, and what is below it if all is
// set, removes what q names. What comes from outside stands for any name at the
// end only; before a file's own name it may stand for any directory.
func (p pattern) covers(q pattern, all bool) bool {
	if len(p) == 0 || len(p) > len(q) || len(p) < len(q) && !all {
		return false
	}
	end := len(p) - 1
	named := p[end] == q[end] && !open(p[end])
	for i, element := range p {
		switch {
		case element == q[i], element == given:
		case element == chosen && i == end:
		case named && (open(element) || open(q[i])):
		default:
			return false
		}
	}
	return true
}

// open reports whether an element stands for more than one name.
func open(element string) bool { return element == given || element == chosen }
