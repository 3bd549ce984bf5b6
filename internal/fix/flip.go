package fix

import (
	"fmt"
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// flip turns a default off where it is set.
func (w *writer) flip(s egress.Switch) {
	if s.Kind == egress.Env || s.Default == "" {
		return
	}
	at, ok := w.find(s.DefaultAt)
	if !ok {
		return
	}
	message := fmt.Sprintf("turn %s %s off by default", s.Kind, s.Key)
	if field, ok := enclosing[*ast.Field](at); ok && field.Tag != nil {
		w.flipTag(at, s, field, message)
		return
	}
	for _, e := range w.defaults(at, s) {
		for _, text := range w.off(at, s, e) {
			w.add(message, append(w.unused(at, e.Pos(), e.End()), w.edit(at, e, text))...)
		}
	}
}

// written makes the program write the refusal where it writes the consent
// itself.
func (w *writer) written(s egress.Switch) {
	field := s.Symbol[strings.LastIndexByte(s.Symbol, '.')+1:]
	if w.b.Notice == nil || field == "" {
		return
	}
	at, ok := w.find(*w.b.Notice)
	if !ok {
		return
	}
	_, body, _ := at.function()
	if body == nil {
		return
	}
	ast.Inspect(body, func(n ast.Node) bool {
		kv, ok := n.(*ast.KeyValueExpr)
		if name, is := keyOf(kv, ok); !is || name != field {
			return true
		}
		if v, ok := value(at.pkg.Info, kv.Value); ok && v != s.Value {
			for _, text := range w.off(at, s, kv.Value) {
				w.add("write "+s.Key+" as refused", w.edit(at, kv.Value, text))
			}
		}
		return true
	})
}

// defaults returns the expressions at the place that are the default of the
// switch: in the call, else on the line.
func (w *writer) defaults(at spot, s egress.Switch) []ast.Expr {
	line := w.Fset.Position(at.path[0].Pos()).Line
	if s.DefaultAt.Line > 0 {
		line = s.DefaultAt.Line
	}
	var found []ast.Expr
	look := func(n ast.Node, all bool) {
		ast.Inspect(n, func(n ast.Node) bool {
			e, ok := n.(ast.Expr)
			if !ok || !all && w.Fset.Position(e.Pos()).Line != line {
				return true
			}
			v, ok := value(at.pkg.Info, e)
			if ok && v != s.Value && slices.Contains(strings.Split(s.Default, "|"), v) {
				found = append(found, e)
			}
			return !ok // a constant is looked at whole
		})
	}
	if call, ok := enclosing[*ast.CallExpr](at); ok && s.Kind == egress.Flag {
		look(call, true)
		if len(found) == 0 {
			return boolean(at.pkg.Info, call)
		}
		return found
	}
	for _, n := range at.path {
		switch n.(type) {
		case ast.Stmt, ast.Decl:
			look(n, false)
			return found
		}
	}
	return nil
}

// boolean returns the arguments of a call that are computed booleans: defaults
// that are read from elsewhere.
func boolean(info *types.Info, call *ast.CallExpr) (found []ast.Expr) {
	for _, arg := range call.Args {
		if isBool(info, arg) {
			found = append(found, arg)
		}
	}
	return found
}

// off writes the values that may turn a default off, the likeliest first.
func (w *writer) off(at spot, s egress.Switch, e ast.Expr) []string {
	t := at.pkg.Info.TypeOf(e)
	basic, ok := t.Underlying().(*types.Basic)
	if !ok {
		return nil
	}
	if name := w.constant(at, t, s.Value); name != "" {
		return []string{name}
	}
	switch {
	case basic.Info()&types.IsBoolean != 0:
		if v, err := strconv.ParseBool(s.Value); err == nil {
			return []string{strconv.FormatBool(v)}
		}
	case basic.Info()&types.IsString != 0:
		texts := []string{`""`, strconv.Quote(s.Value)}
		if word, ok := contrary(s.Default); ok {
			texts = append([]string{strconv.Quote(word)}, texts...)
		}
		return texts
	case basic.Info()&types.IsNumeric != 0:
		if _, err := strconv.ParseFloat(s.Value, 64); err == nil {
			return []string{s.Value}
		}
	}
	return nil
}

// constant names the constant of a named type that has a value, as it is
// written in the package of the spot; "" if there is none.
func (w *writer) constant(at spot, t types.Type, val string) string {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return ""
	}
	scope := named.Obj().Pkg().Scope()
	for _, name := range scope.Names() {
		c, ok := scope.Lookup(name).(*types.Const)
		if !ok || !types.Identical(c.Type(), t) || text(c.Val()) != val {
			continue
		}
		if named.Obj().Pkg() == at.pkg.Types {
			return name
		}
		if c.Exported() {
			return importName(at, named.Obj().Pkg().Path(), name)
		}
	}
	return ""
}

func text(v constant.Value) string {
	if v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return v.ExactString()
}

// importName qualifies a name as the file imports its package.
func importName(at spot, path, name string) string {
	for _, spec := range at.file.Imports {
		p, err := strconv.Unquote(spec.Path.Value)
		if err != nil || p != path {
			continue
		}
		obj := at.pkg.Info.Implicits[spec]
		if spec.Name != nil {
			obj = at.pkg.Info.Defs[spec.Name]
		}
		if pkg, ok := obj.(*types.PkgName); ok && pkg.Name() != "_" && pkg.Name() != "." {
			return pkg.Name() + "." + name
		}
	}
	return ""
}

// flipTag turns off the default that a struct tag gives.
func (w *writer) flipTag(at spot, s egress.Switch, field *ast.Field, message string) {
	tag := field.Tag.Value
	for _, m := range regexp.MustCompile(`\b[\w-]+:(\\?")([^"\\]*)`).FindAllStringSubmatchIndex(tag, -1) {
		if tag[m[4]:m[5]] != s.Default {
			continue
		}
		from := field.Tag.Pos() + token.Pos(m[4])
		off := s.Value
		if word, ok := contrary(s.Default); ok {
			off = word
		}
		w.add(message, w.span(at, from, from+token.Pos(m[5]-m[4]), off))
	}
}

// contraries are the words by which programs ask yes or no.
var contraries = [][2]string{
	{"on", "off"}, {"yes", "no"}, {"y", "n"}, {"true", "false"}, {"enabled", "disabled"}, {"enable", "disable"},
	{"always", "never"}, {"1", "0"}, {"allow", "deny"}, {"accept", "decline"}, {"all", "none"},
}

// contrary returns the word that says the opposite, in the same capitals.
func contrary(word string) (string, bool) {
	for _, pair := range contraries {
		for i := range pair {
			if !strings.EqualFold(word, pair[i]) {
				continue
			}
			other := pair[1-i]
			switch {
			case word == strings.ToUpper(pair[i]):
				other = strings.ToUpper(other)
			case word != pair[i]:
				other = strings.ToUpper(other[:1]) + other[1:]
			}
			return other, true
		}
	}
	return "", false
}

// refusal reports whether a word says no.
func refusal(word string) bool {
	for _, pair := range contraries {
		if strings.EqualFold(word, pair[1]) {
			return true
		}
	}
	return false
}
