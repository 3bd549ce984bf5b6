package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// swap turns a variable or a file that says no into one that says yes: the name
// where it is asked for, and the test of what comes back.
func (w *writer) swap(s egress.Switch) {
	if s.Kind != egress.Env && s.Kind != egress.File {
		return
	}
	for _, place := range []egress.Place{s.DefaultAt, s.DecidedAt} {
		at, ok := w.find(place)
		if !ok {
			continue
		}
		for _, scope := range scopes(at) {
			ast.Inspect(scope, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					w.swapCall(at, s, call)
				}
				return true
			})
		}
	}
}

// scopes are where to look from a place on, the nearest first: the statement or
// the declaration.
func scopes(at spot) []ast.Node {
	for i, n := range at.path {
		switch n := n.(type) {
		case *ast.IfStmt:
			if n.Init != nil {
				return []ast.Node{n.Cond, n.Init}
			}
			return []ast.Node{n.Cond}
		case *ast.BlockStmt, *ast.CaseClause, *ast.CommClause:
			if i > 0 {
				return []ast.Node{at.path[i-1]}
			}
			return nil
		case *ast.GenDecl:
			return []ast.Node{n}
		}
	}
	return nil
}

// swapCall swaps one call that asks for the switch by a constant name.
func (w *writer) swapCall(at spot, s egress.Switch, call *ast.CallExpr) {
	for _, arg := range call.Args {
		name, literal, ok := w.named(at, s, arg)
		if !ok {
			continue
		}
		positive, ok := egress.Positive(name)
		if !ok {
			return
		}
		if atom := w.test(at, s, call); atom != nil {
			edits := append(w.negate(at, atom), w.edit(literal, literal.path[0], strconv.Quote(positive)))
			w.add("ask for "+positive+" instead of "+name, append(edits, w.rename(at, call)...)...)
		}
		return
	}
}

// named returns the literal with the name of the switch that an argument is:
// the literal itself, or that of a constant.
func (w *writer) named(at spot, s egress.Switch, arg ast.Expr) (string, spot, bool) {
	name, ok := value(at.pkg.Info, arg)
	if !ok || !names(s, name) {
		return "", spot{}, false
	}
	if lit, ok := arg.(*ast.BasicLit); ok {
		return name, spot{at.pkg, at.file, at.name, []ast.Node{lit}}, true
	}
	id, ok := arg.(*ast.Ident)
	if !ok {
		return "", spot{}, false
	}
	c, ok := at.pkg.Info.Uses[id].(*types.Const)
	if !ok || !c.Pos().IsValid() {
		return "", spot{}, false
	}
	p := w.Fset.Position(c.Pos())
	decl, ok := w.find(egress.Place{File: w.Fset.File(c.Pos()).Name(), Line: p.Line, Column: p.Column})
	if !ok {
		return "", spot{}, false
	}
	spec, ok := enclosing[*ast.ValueSpec](decl)
	if !ok || len(spec.Names) != 1 || len(spec.Values) != 1 {
		return "", spot{}, false
	}
	lit, ok := spec.Values[0].(*ast.BasicLit)
	decl.path = []ast.Node{lit}
	return name, decl, ok
}

// names reports whether a constant names the switch: a variable whole, a file
// by its last element.
func names(s egress.Switch, name string) bool {
	if s.Kind == egress.Env {
		return name == s.Key
	}
	return len(name) > 2 && len(s.Key) > len(name) && s.Key[len(s.Key)-len(name)-1:] == "/"+name
}

// test returns the test of what a call gives: around the call itself, or in the
// deciding condition where the result has a name.
func (w *writer) test(at spot, s egress.Switch, call *ast.CallExpr) ast.Expr {
	top, parent := climb(at, call)
	if isBool(at.pkg.Info, top) {
		return top
	}
	assign, ok := parent.(*ast.AssignStmt)
	if !ok {
		return nil
	}
	results := map[types.Object]bool{}
	for _, lhs := range assign.Lhs {
		if id, ok := lhs.(*ast.Ident); ok {
			if obj := at.pkg.Info.ObjectOf(id); obj != nil {
				results[obj] = true
			}
		}
	}
	decided, ok := w.find(s.DecidedAt)
	if !ok || decided.name != at.name {
		return nil
	}
	branch, ok := enclosing[*ast.IfStmt](decided)
	if !ok {
		return nil
	}
	var atom ast.Expr
	ast.Inspect(branch.Cond, func(n ast.Node) bool {
		if id, ok := n.(*ast.Ident); ok && atom == nil && results[at.pkg.Info.Uses[id]] {
			if top, _ := climb(at, id); isBool(at.pkg.Info, top) {
				atom = top
			}
		}
		return atom == nil
	})
	return atom
}

// rename gives the variable of an if statement that holds what a call gives a
// positive name.
func (w *writer) rename(at spot, call *ast.CallExpr) (edits []Edit) {
	var branch *ast.IfStmt
	var assign *ast.AssignStmt
	for _, n := range up(at.file, call) {
		switch n := n.(type) {
		case *ast.AssignStmt:
			assign = n
		case *ast.IfStmt:
			if assign != nil && n.Init == assign {
				branch = n
			}
		}
	}
	if branch == nil {
		return nil
	}
	for _, e := range assign.Lhs {
		id, ok := e.(*ast.Ident)
		if !ok || at.pkg.Info.Defs[id] == nil {
			continue
		}
		positive, ok := egress.Positive(id.Name)
		if !ok {
			continue
		}
		ast.Inspect(branch, func(n ast.Node) bool {
			if use, ok := n.(*ast.Ident); ok && at.pkg.Info.ObjectOf(use) == at.pkg.Info.Defs[id] {
				edits = append(edits, w.edit(at, use, positive))
			}
			return true
		})
	}
	return edits
}

// climb goes from an expression to what is computed from it, as far as the
// first test and the negations around that.
func climb(at spot, e ast.Expr) (top ast.Expr, parent ast.Node) {
	top = e
	for _, n := range up(at.file, e) {
		tested := isBool(at.pkg.Info, top)
		switch n := n.(type) {
		case *ast.ParenExpr, *ast.UnaryExpr:
			top = n.(ast.Expr)
		case *ast.BinaryExpr, *ast.CallExpr, *ast.IndexExpr, *ast.SelectorExpr:
			if tested {
				return top, n
			}
			top = n.(ast.Expr)
		default:
			return top, n
		}
	}
	return top, nil
}

// negate turns a test round.
func (w *writer) negate(at spot, e ast.Expr) []Edit {
	switch e := e.(type) {
	case *ast.BinaryExpr:
		contrary := map[token.Token]string{
			token.EQL: "!=", token.NEQ: "==", token.LSS: ">=", token.GEQ: "<", token.GTR: "<=", token.LEQ: ">",
		}[e.Op]
		if contrary != "" {
			return []Edit{w.span(at, e.OpPos, e.OpPos+token.Pos(len(e.Op.String())), contrary)}
		}
		return []Edit{w.insert(at, e.Pos(), "!("), w.insert(at, e.End(), ")")}
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			return []Edit{w.span(at, e.OpPos, e.X.Pos(), "")}
		}
	}
	return []Edit{w.insert(at, e.Pos(), "!")}
}
