package eval

import (
	"encoding/base64"
	"fmt"
	"net/url"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// failed is the error of a pure function.
type failed struct{}

// pure evaluates a function that is marked pure, on each combination of known
// arguments; one that pures does not hold yields something of the world.
func (c *modelCall) pure() {
	e := c.e
	fn, ok := pures[c.m.Symbol]
	sets := make([][]any, 0, len(c.args))
	n := 1
	for i, a := range c.args {
		if i >= len(fn.takes) {
			break
		}
		set, known := e.goValues(a, fn.takes[i])
		ok = ok && known
		n *= max(len(set), 1)
		sets = append(sets, set)
	}
	if e.p.types[c.resultType()].kind == ir.KBool && e.asksPrerelease(c.args...) {
		c.join(e.boolVal(false))
		return
	}
	if !ok && c.cutOff() {
		return
	}
	if !ok || n > maxConsts*maxConsts {
		args := make([]*value, len(c.args))
		for i, a := range c.args {
			args[i] = e.vs.get(a)
		}
		c.yield(e.unknownOf(args...))
		return
	}
	args := make([]any, len(sets))
	var each func(i int)
	each = func(i int) {
		if i == len(sets) {
			c.join(c.fromGo(fn.yields(args)))
			return
		}
		for _, v := range sets[i] {
			args[i] = v
			each(i + 1)
		}
	}
	each(0)
}

// goValues returns the constants of v that are of a kind as Go values; text with
// holes in it is not known. Others come from generic code, where values of
// several types meet.
func (e *eval) goValues(v val, kind ir.ConstKind) ([]any, bool) {
	x := e.vs.get(v)
	if x.top != known || x.some || x.link || len(x.consts) == 0 {
		return nil, false
	}
	var out []any
	for _, c := range x.consts {
		k := e.p.consts[c]
		if k.Kind != kind {
			continue
		}
		switch k.Kind {
		case ir.Bool:
			out = append(out, k.Text == "true")
		case ir.Int:
			n, err := strconv.ParseInt(k.Text, 10, 64)
			if err != nil {
				return nil, false
			}
			out = append(out, n)
		case ir.String:
			if isPattern(k.Text) {
				return nil, false
			}
			out = append(out, k.Text)
		default:
			return nil, false
		}
	}
	return out, len(out) > 0
}

func (c *modelCall) fromGo(results []any) val {
	e := c.e
	vs := make([]val, len(results))
	for i, r := range results {
		switch r := r.(type) {
		case bool:
			vs[i] = e.boolVal(r)
		case string:
			vs[i] = e.strVal(r)
		case int:
			vs[i] = e.intVal(r)
		case []string:
			vs[i] = c.list(r)
		case failed:
			vs[i] = e.someVal()
		default:
			vs[i] = e.nilVal()
		}
	}
	if len(vs) == 1 {
		return vs[0]
	}
	return e.tupleVal(vs...)
}

// list is a slice of texts. What the call yields for other arguments is in it, too.
func (c *modelCall) list(texts []string) val {
	e, typ := c.e, c.resultOf()
	l := c.made("list", typ)
	elem := e.child(l, e.p.parts.elem, e.p.types[typ].elem)
	e.locs[elem].cell.sure = true
	for _, t := range texts {
		e.grow(elem, e.strVal(t), 0)
	}
	e.grow(e.child(l, e.p.parts.length, 0), e.intVal(len(texts)), 0)
	return e.refVal(l)
}

// A pure function takes constants of these kinds.
type pure struct {
	takes  []ir.ConstKind
	yields func([]any) []any
}

func text1(f func(string) string) pure {
	return pure{kinds(ir.String), func(a []any) []any { return []any{f(a[0].(string))} }}
}

func text2[T any](f func(a, b string) T) pure {
	return pure{kinds(ir.String, ir.String), func(a []any) []any { return []any{f(a[0].(string), a[1].(string))} }}
}

func kinds(k ...ir.ConstKind) []ir.ConstKind { return k }

func orError[T any](v T, err error) []any {
	if err != nil {
		return []any{v, failed{}}
	}
	return []any{v, nil}
}

// pures implements the functions that models.txt marks pure.
var pures = map[string]pure{
	"strings:ToLower":    text1(strings.ToLower),
	"strings:ToUpper":    text1(strings.ToUpper),
	"strings:TrimSpace":  text1(strings.TrimSpace),
	"strings:Trim":       text2(strings.Trim),
	"strings:TrimPrefix": text2(strings.TrimPrefix),
	"strings:TrimSuffix": text2(strings.TrimSuffix),
	"strings:TrimRight":  text2(strings.TrimRight),
	"strings:TrimLeft":   text2(strings.TrimLeft),
	"strings:HasPrefix":  text2(strings.HasPrefix),
	"strings:HasSuffix":  text2(strings.HasSuffix),
	"strings:Contains":   text2(strings.Contains),
	"strings:EqualFold":  text2(strings.EqualFold),
	"strings:Compare":    text2(strings.Compare),
	"strings:Index":      text2(strings.Index),
	"strings:ReplaceAll": {kinds(ir.String, ir.String, ir.String), func(a []any) []any {
		return []any{strings.ReplaceAll(a[0].(string), a[1].(string), a[2].(string))}
	}},
	"strings:Split": text2(strings.Split),
	"strings:SplitN": {kinds(ir.String, ir.String, ir.Int), func(a []any) []any {
		return []any{strings.SplitN(a[0].(string), a[1].(string), int(a[2].(int64)))}
	}},
	"strings:Fields": {kinds(ir.String), func(a []any) []any { return []any{strings.Fields(a[0].(string))} }},
	"strings:Cut": {kinds(ir.String, ir.String), func(a []any) []any {
		before, after, found := strings.Cut(a[0].(string), a[1].(string))
		return []any{before, after, found}
	}},
	"strconv:ParseBool": {kinds(ir.String), func(a []any) []any { return orError(strconv.ParseBool(a[0].(string))) }},
	"strconv:Atoi":      {kinds(ir.String), func(a []any) []any { return orError(strconv.Atoi(a[0].(string))) }},
	"strconv:ParseInt": {kinds(ir.String, ir.Int, ir.Int), func(a []any) []any {
		n, err := strconv.ParseInt(a[0].(string), int(a[1].(int64)), int(a[2].(int64)))
		return orError(int(n), err)
	}},
	"strconv:Itoa":       {kinds(ir.Int), func(a []any) []any { return []any{strconv.FormatInt(a[0].(int64), 10)} }},
	"strconv:FormatBool": {kinds(ir.Bool), func(a []any) []any { return []any{strconv.FormatBool(a[0].(bool))} }},
	"strconv:Quote":      text1(strconv.Quote),
	"path:Base":          text1(path.Base),
	"path/filepath:Base": text1(filepath.Base),
	"encoding/base64:Encoding.DecodeString": {kinds(ir.String), func(a []any) []any {
		b, err := base64.StdEncoding.DecodeString(a[0].(string))
		return orError(string(b), err)
	}},
	"net/url:QueryEscape": text1(url.QueryEscape),
	"net/url:PathEscape":  text1(url.PathEscape),
}

// print formats with what is known, a hole for what is not.
func (c *modelCall) print() {
	e := c.e
	if len(c.args) == 0 {
		c.join(e.strVal(""))
		return
	}
	formats := []string{strings.Repeat("%v", len(e.variadic(c.args[0])))}
	rest := c.args[0]
	if c.m.Symbol == "fmt:Sprintf" {
		if len(c.args) < 2 {
			c.join(e.worldVal())
			return
		}
		formats, rest = e.texts(e.vs.get(c.args[0])), c.args[1]
	}
	operands := e.variadic(rest)
	for _, f := range formats {
		c.join(e.format(f, operands))
	}
}

// variadic returns the values of a variadic call's slice, in order.
func (e *eval) variadic(v val) []val {
	x := e.vs.get(v)
	if len(x.refs) != 1 {
		return nil
	}
	r := x.refs[0]
	var out []val
	for n := 0; ; n++ {
		c, ok := e.partAt(r, e.p.intern("[#"+itoa(n)+"]"))
		if !ok {
			return out
		}
		out = append(out, e.unbox(e.locs[c].cell.v))
	}
}

// format puts together a text from one format and operands; verbs with flags
// or widths and operands that are not one constant leave a hole.
func (e *eval) format(f string, operands []val) val {
	var b strings.Builder
	n := 0
	for i := 0; i < len(f); i++ {
		if f[i] != '%' {
			b.WriteByte(f[i])
			continue
		}
		i++
		for i < len(f) && strings.IndexByte("+-# 0123456789.", f[i]) >= 0 {
			i++
		}
		if i < len(f) && f[i] == '%' {
			b.WriteByte('%')
			continue
		}
		s := hole
		if n < len(operands) && operands[n] != bottom && i < len(f) {
			if k, ok := e.single(operands[n]); ok && strings.IndexByte("svdt", f[i]) >= 0 {
				s = k.Text
			} else if ok && f[i] == 'q' {
				s = fmt.Sprintf("%q", k.Text)
			}
		}
		n++
		b.WriteString(s)
	}
	s := squeeze(b.String())
	if len(s) > maxPattern {
		return e.worldVal()
	}
	return e.strVal(s)
}
