package situation

import (
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"
)

// A val is what is known of a value. The zero val is that of code which was
// not reached.
type val struct {
	kind  kind
	truth bool
	text  string
	num   int64
	why   failure             // of a non-nil error
	flag  ssa.CallInstruction // that gave a pointer
}

type kind uint8

const (
	unreached kind = iota
	boolean
	number
	text
	null
	some     // not nil; num is 1 for a slice that has elements
	positive // a number above 0
	blank    // a struct of which all is zero
	any_     // nothing is known
)

// A failure says what is known of an error.
type failure uint8

const (
	unsaid  failure = iota
	missing         // the file is not there
	other           // something else
)

var (
	anything = val{kind: any_}
	nonempty = val{kind: some, num: 1}
)

func truth(b bool) val       { return val{kind: boolean, truth: b} }
func whole(n int64) val      { return val{kind: number, num: n} }
func words(s string) val     { return val{kind: text, text: s} }
func failed(why failure) val { return val{kind: some, why: why} }
func (v val) is(b bool) bool { return v.kind == boolean && v.truth == b }

// join is what is known of a value that is a or b.
func join(a, b val) val {
	switch {
	case a == b || b.kind == unreached:
		return a
	case a.kind == unreached:
		return b
	case a.kind == some && b.kind == some:
		return val{kind: some}
	}
	return anything
}

// zero is the zero value of a type.
func zero(t types.Type) val {
	switch u := t.Underlying().(type) {
	case *types.Basic:
		switch {
		case u.Info()&types.IsBoolean != 0:
			return truth(false)
		case u.Info()&types.IsString != 0:
			return words("")
		case u.Info()&types.IsInteger != 0:
			return whole(0)
		}
	case *types.Pointer, *types.Slice, *types.Map, *types.Chan, *types.Signature, *types.Interface:
		return val{kind: null}
	}
	return anything
}

// fixed is the value of a constant.
func fixed(c *ssa.Const) val {
	if c.Value == nil {
		if _, ok := c.Type().Underlying().(*types.Struct); ok {
			return val{kind: blank}
		}
		return zero(c.Type())
	}
	switch c.Value.Kind() {
	case constant.Bool:
		return truth(constant.BoolVal(c.Value))
	case constant.String:
		return words(constant.StringVal(c.Value))
	case constant.Int:
		if n, ok := constant.Int64Val(c.Value); ok {
			return whole(n)
		}
	}
	return anything
}

// compare is what a comparison comes to.
func compare(op token.Token, x, y val) val {
	switch {
	case x.kind == unreached || y.kind == unreached:
		return val{}
	case x.kind == number && y.kind == number:
		return order(op, x.num < y.num, x.num == y.num)
	case x.kind == text && y.kind == text:
		return order(op, x.text < y.text, x.text == y.text)
	case x.kind == boolean && y.kind == boolean:
		return order(op, false, x.truth == y.truth)
	case x.kind == number && x.num <= 0 && y.kind == positive:
		return order(op, true, false)
	case x.kind == null && y.kind == null:
		return order(op, false, true)
	case x.kind == null && y.kind == some, x.kind == some && y.kind == null:
		return order(op, false, false)
	}
	return anything
}

func order(op token.Token, less, equal bool) val {
	switch op {
	case token.EQL:
		return truth(equal)
	case token.NEQ:
		return truth(!equal)
	case token.LSS:
		return truth(less)
	case token.LEQ:
		return truth(less || equal)
	case token.GTR:
		return truth(!less && !equal)
	case token.GEQ:
		return truth(!less)
	}
	return anything
}
