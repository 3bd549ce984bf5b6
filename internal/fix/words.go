package fix

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// regions are where an answer is looked at: the deciding condition, and the
// functions in which it and the default stand.
func (w *writer) regions(s egress.Switch, do func(at spot, n ast.Node)) {
	for _, place := range []egress.Place{s.DecidedAt, s.DefaultAt} {
		at, ok := w.find(place)
		if !ok {
			continue
		}
		if branch, ok := enclosing[*ast.IfStmt](at); ok {
			do(at, branch.Cond)
		}
		if _, body, _ := at.function(); body != nil {
			do(at, body)
		} else if decl, ok := enclosing[*ast.GenDecl](at); ok {
			do(at, decl)
		}
	}
}

// words turns a test for the word that says no into one for the word that says
// yes: what is not said is then no.
func (w *writer) words(s egress.Switch) {
	if egress.Negative(s.Key) {
		return // there, yes means no
	}
	w.regions(s, func(at spot, region ast.Node) {
		ast.Inspect(region, func(n ast.Node) bool {
			test, ok := n.(*ast.BinaryExpr)
			if !ok || test.Op != token.EQL && test.Op != token.NEQ {
				w.unless(at, s, n)
				return true
			}
			word, ok := value(at.pkg.Info, test.Y)
			if !ok || at.pkg.Info.Types[test.Y].Value.Kind().String() != "String" {
				return true
			}
			yes, ok := contrary(word)
			if !ok {
				return true
			}
			op := map[token.Token]string{token.EQL: "!=", token.NEQ: "=="}[test.Op]
			w.add("take only "+strconv.Quote(yes)+" for a yes", append(w.question(s),
				w.span(at, test.OpPos, test.OpPos+2, op), w.edit(at, test.Y, strconv.Quote(yes)))...)
			return false
		})
	})
}

// unless turns a yes that stands for want of an answer into a no: what is
// returned, assigned, handed on or in a table.
func (w *writer) unless(at spot, s egress.Switch, n ast.Node) {
	var values []ast.Expr
	switch n := n.(type) {
	case *ast.ReturnStmt:
		values = n.Results
	case *ast.AssignStmt:
		values = n.Rhs
	case *ast.CallExpr:
		values = n.Args
	case *ast.KeyValueExpr:
		values = []ast.Expr{n.Value}
	}
	for _, e := range values {
		lit, ok := e.(*ast.BasicLit)
		if !ok || lit.Kind != token.STRING {
			continue
		}
		word, _ := value(at.pkg.Info, lit)
		if no, ok := contrary(word); ok && !refusal(word) {
			w.add(fmt.Sprintf("take %s %s for %q while it is unset", s.Kind, s.Key, no), w.edit(at, lit, strconv.Quote(no)))
		}
	}
}

// narrow drops from a combination of tests the one that holds for want of an
// answer.
func (w *writer) narrow(s egress.Switch) {
	w.regions(s, func(at spot, region ast.Node) {
		ast.Inspect(region, func(n ast.Node) bool {
			test, ok := n.(*ast.BinaryExpr)
			if !ok || test.Op != token.LOR && test.Op != token.LAND {
				return true
			}
			if w.pointer(at, s, test) {
				return true
			}
			const message = "take no answer for a no"
			if drops(at.pkg.Info, test.X, test.Y) {
				w.add(message, append(w.question(s), w.span(at, test.Pos(), test.Y.Pos(), ""))...)
			}
			if drops(at.pkg.Info, test.Y, test.X) {
				w.add(message, append(w.question(s), w.span(at, test.X.End(), test.End(), ""))...)
			}
			return true
		})
	})
}

// pointer turns "unset, or true" into "set, and true".
func (w *writer) pointer(at spot, s egress.Switch, test *ast.BinaryExpr) bool {
	unset, ok := test.X.(*ast.BinaryExpr)
	if !ok || test.Op != token.LOR || unset.Op != token.EQL || !at.pkg.Info.Types[unset.Y].IsNil() {
		return false
	}
	star, ok := test.Y.(*ast.StarExpr)
	if !ok || w.source(at, star.X) != w.source(at, unset.X) {
		return false
	}
	w.add("take "+string(s.Kind)+" "+s.Key+" for a no while it is unset",
		w.span(at, unset.OpPos, unset.OpPos+2, "!="), w.span(at, test.OpPos, test.OpPos+2, "&&"))
	return true
}

// drops reports whether a test is about an absent answer, and what is left can
// stand without it: it looks behind no pointer and into no list.
func drops(info *types.Info, dropped, left ast.Expr) bool {
	test, ok := dropped.(*ast.BinaryExpr)
	if !ok || test.Op != token.EQL && test.Op != token.NEQ {
		return false
	}
	empty := false
	if v, ok := value(info, test.Y); ok && v == "" {
		empty = true
	}
	if t := info.TypeOf(test.X); info.Types[test.Y].IsNil() && t != nil && types.Implements(t, errorType) {
		empty = true
	}
	safe := true
	ast.Inspect(left, func(n ast.Node) bool {
		switch n.(type) {
		case *ast.StarExpr, *ast.IndexExpr, *ast.SliceExpr:
			safe = false
		}
		return safe
	})
	return empty && safe
}

var errorType = types.Universe.Lookup("error").Type().Underlying().(*types.Interface)

// question changes what a prompt shows as its default.
func (w *writer) question(s egress.Switch) (edits []Edit) {
	if s.Kind != egress.Prompt {
		return nil
	}
	w.regions(s, func(at spot, region ast.Node) {
		ast.Inspect(region, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			changed := strings.NewReplacer("Y/n", "y/N", "(Y)es/(n)o", "(y)es/(N)o", "Yes/no", "yes/No").Replace(lit.Value)
			if e := w.edit(at, lit, changed); changed != lit.Value && !contains(edits, e) {
				edits = append(edits, e)
			}
			return true
		})
	})
	return edits
}

func contains(edits []Edit, e Edit) bool {
	for _, x := range edits {
		if x == e {
			return true
		}
	}
	return false
}

// literal sets the field of the switch where its struct is made without it.
func (w *writer) literal(s egress.Switch) {
	dot := strings.LastIndexByte(s.Symbol, '.')
	if s.Kind != egress.Config || dot < 0 {
		return
	}
	owner, field := s.Symbol[:dot], s.Symbol[dot+1:]
	for i := range w.Packages {
		pkg := &w.Packages[i]
		for _, f := range pkg.Files {
			at := spot{pkg, f, w.Fset.File(f.FileStart).Name(), nil}
			ast.Inspect(f, func(n ast.Node) bool {
				if lit, ok := n.(*ast.CompositeLit); ok {
					w.set(at, s, lit, owner, field)
				}
				return true
			})
		}
	}
}

// set adds the field to one literal of the struct.
func (w *writer) set(at spot, s egress.Switch, lit *ast.CompositeLit, owner, field string) {
	named, ok := types.Unalias(at.pkg.Info.TypeOf(lit)).(*types.Named)
	if !ok || named.Obj().Pkg() == nil || named.Obj().Pkg().Path()+":"+named.Obj().Name() != owner {
		return
	}
	st, ok := named.Underlying().(*types.Struct)
	if !ok {
		return
	}
	for _, elt := range lit.Elts {
		kv, ok := elt.(*ast.KeyValueExpr)
		if id, is := keyOf(kv, ok); !is || id == field {
			return // positional, or set already
		}
	}
	for v := range st.Fields() {
		if v.Name() != field {
			continue
		}
		off := w.zeroOff(at, s, v.Type())
		if off == "" {
			return
		}
		entry := field + ": " + off
		if len(lit.Elts) > 0 {
			entry += ", "
		}
		w.add("refuse "+string(s.Kind)+" "+s.Key+" by default", w.insert(at, lit.Lbrace+1, entry))
	}
}

func keyOf(kv *ast.KeyValueExpr, ok bool) (string, bool) {
	if !ok {
		return "", false
	}
	id, ok := kv.Key.(*ast.Ident)
	if !ok {
		return "", false
	}
	return id.Name, true
}

// zeroOff writes the value of a field at which the behaviour stops.
func (w *writer) zeroOff(at spot, s egress.Switch, t types.Type) string {
	basic, ok := t.Underlying().(*types.Basic)
	if !ok {
		return ""
	}
	if name := w.constant(at, t, s.Value); name != "" {
		return name
	}
	switch {
	case basic.Info()&types.IsBoolean != 0:
		if v, err := strconv.ParseBool(s.Value); err == nil {
			return strconv.FormatBool(v)
		}
	case basic.Info()&types.IsString != 0:
		return strconv.Quote(s.Value)
	case basic.Info()&types.IsNumeric != 0:
		if _, err := strconv.ParseFloat(s.Value, 64); err == nil {
			return s.Value
		}
	}
	return ""
}
