package fix

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ast/astutil"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// A spot is a place in the syntax.
type spot struct {
	pkg  *Package
	file *ast.File
	name string     // of the file
	path []ast.Node // from the innermost node up to the file
}

// find returns the syntax at a place; without a column, what is innermost at
// the first byte of the line that is no blank.
func (w *writer) find(p egress.Place) (spot, bool) {
	for i := range w.Packages {
		pkg := &w.Packages[i]
		for _, f := range pkg.Files {
			tf := w.Fset.File(f.FileStart)
			if tf.Name() != p.File || p.Line < 1 || p.Line > tf.LineCount() {
				continue
			}
			text, err := w.Text(p.File)
			if err != nil || len(text) != tf.Size() {
				return spot{}, false // not the text that was parsed
			}
			offset := tf.Offset(tf.LineStart(p.Line))
			if p.Column > 0 {
				offset += p.Column - 1
			} else {
				for offset < len(text) && (text[offset] == '\t' || text[offset] == ' ') {
					offset++
				}
			}
			if offset >= len(text) {
				return spot{}, false
			}
			pos := tf.Pos(offset)
			path, _ := astutil.PathEnclosingInterval(f, pos, pos)
			return spot{pkg, f, p.File, path}, len(path) > 0
		}
	}
	return spot{}, false
}

// enclosing returns the innermost node of a type around the place.
func enclosing[T ast.Node](s spot) (found T, ok bool) {
	for _, n := range s.path {
		if found, ok = n.(T); ok {
			return found, true
		}
	}
	return found, false
}

// function returns the type and the body of the innermost function around the
// place, and its name if it has one.
func (s spot) function() (t *ast.FuncType, body *ast.BlockStmt, name string) {
	for _, n := range s.path {
		switch n := n.(type) {
		case *ast.FuncLit:
			return n.Type, n.Body, ""
		case *ast.FuncDecl:
			return n.Type, n.Body, n.Name.Name
		}
	}
	return nil, nil, ""
}

// up returns the parents of a node below root, the nearest first.
func up(root, n ast.Node) (parents []ast.Node) {
	ast.PreorderStack(root, nil, func(m ast.Node, stack []ast.Node) bool {
		if m == n {
			for i := len(stack) - 1; i >= 0; i-- {
				parents = append(parents, stack[i])
			}
		}
		return parents == nil && m.Pos() <= n.Pos() && n.End() <= m.End()
	})
	return parents
}

// edit replaces a node.
func (w *writer) edit(s spot, n ast.Node, text string) Edit {
	return w.span(s, n.Pos(), n.End(), text)
}

func (w *writer) insert(s spot, pos token.Pos, text string) Edit {
	return w.span(s, pos, pos, text)
}

func (w *writer) span(s spot, from, to token.Pos, text string) Edit {
	tf := w.Fset.File(s.file.FileStart)
	return Edit{s.name, tf.Offset(from), tf.Offset(to), text}
}

// source returns the text of a node.
func (w *writer) source(s spot, n ast.Node) string {
	e := w.edit(s, n, "")
	text, err := w.Text(e.File)
	if err != nil || e.End > len(text) {
		return ""
	}
	return string(text[e.Start:e.End])
}

// value returns the constant that an expression is, as a switch's value is
// written; false if it is none.
func value(info *types.Info, e ast.Expr) (string, bool) {
	v := info.Types[e].Value
	if v == nil {
		return "", false
	}
	if v.Kind() == constant.String {
		return constant.StringVal(v), true
	}
	return v.ExactString(), true
}

// isBool reports whether an expression is a boolean.
func isBool(info *types.Info, e ast.Expr) bool {
	t := info.TypeOf(e)
	if t == nil {
		return false
	}
	basic, ok := t.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsBoolean != 0
}

// callee names the function that a call is of: import/path.Name.
func callee(info *types.Info, call *ast.CallExpr) string {
	id, ok := call.Fun.(*ast.Ident)
	if sel, is := call.Fun.(*ast.SelectorExpr); is {
		id, ok = sel.Sel, true
	}
	if !ok {
		return ""
	}
	fn, ok := info.Uses[id].(*types.Func)
	if !ok {
		return ""
	}
	return fn.FullName()
}
