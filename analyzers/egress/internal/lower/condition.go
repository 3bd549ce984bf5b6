package lower

import (
	"bytes"
	"go/ast"
	"go/printer"
	"go/token"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// conditions are the deciding expressions of one function's syntax.
type conditions struct{ all []condition }

type condition struct {
	from, to token.Pos // of the expression
	body     token.Pos // where the code that it guards begins
	end      token.Pos // and ends
	stmt     token.Pos // of the statement
	text     string
}

// condition returns the source text behind a branch and the position of its
// statement. go/ssa gives branches no position, so it is found by the position
// of the value tested, else by the code that the branch guards.
func (b *body) condition(in *ssa.If) (string, token.Pos) {
	syntax := b.fn.Syntax()
	if syntax == nil {
		return "", token.NoPos
	}
	cs, ok := b.conds[syntax]
	if !ok {
		cs = b.collectConditions(syntax)
		b.conds[syntax] = cs
	}
	if c := cs.holding(valuePos(in.Cond, 0)); c != nil {
		return c.text, c.stmt
	}
	for _, at := range in.Block().Succs[0].Instrs {
		if at.Pos().IsValid() {
			if c := cs.guarding(at.Pos()); c != nil {
				return c.text, c.stmt
			}
			break
		}
	}
	return "", valuePos(in.Cond, 0)
}

// valuePos returns the position where v is computed: loads have none of their
// own, and a parameter's is its declaration, which is not where it is tested.
func valuePos(v ssa.Value, depth int) token.Pos {
	switch v := v.(type) {
	case *ssa.Parameter, *ssa.FreeVar, *ssa.Global, *ssa.Const, *ssa.Alloc:
		return token.NoPos
	case *ssa.Phi:
		return token.NoPos
	default:
		if v.Pos().IsValid() {
			return v.Pos()
		}
		if in, ok := v.(ssa.Instruction); ok && depth < 5 {
			for _, op := range in.Operands(nil) {
				if *op != nil {
					if p := valuePos(*op, depth+1); p.IsValid() {
						return p
					}
				}
			}
		}
	}
	return token.NoPos
}

// holding returns the innermost condition around pos.
func (cs *conditions) holding(pos token.Pos) *condition {
	var best *condition
	for i := range cs.all {
		c := &cs.all[i]
		if pos.IsValid() && c.from <= pos && pos < c.to && (best == nil || c.to-c.from < best.to-best.from) {
			best = c
		}
	}
	return best
}

// guarding returns the innermost condition whose guarded code holds pos.
func (cs *conditions) guarding(pos token.Pos) *condition {
	var best *condition
	for i := range cs.all {
		c := &cs.all[i]
		if c.body <= pos && pos < c.end && (best == nil || c.end-c.body < best.end-best.body) {
			best = c
		}
	}
	return best
}

func (b *body) collectConditions(syntax ast.Node) *conditions {
	cs := &conditions{}
	var tag ast.Expr
	var walk func(n ast.Node) bool
	walk = func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.IfStmt:
			cs.add(b, n.Cond, n.Pos(), n.Body.Pos(), n.Body.End(), nil)
		case *ast.ForStmt:
			if n.Cond != nil {
				cs.add(b, n.Cond, n.Pos(), n.Body.Pos(), n.Body.End(), nil)
			}
		case *ast.SwitchStmt:
			outer := tag
			tag = n.Tag
			if n.Init != nil {
				ast.Inspect(n.Init, walk)
			}
			ast.Inspect(n.Body, walk)
			tag = outer
			return false
		case *ast.CaseClause:
			for _, e := range n.List {
				cs.add(b, e, e.Pos(), n.Colon, n.End(), tag)
			}
		case *ast.BinaryExpr:
			if n.Op == token.LAND || n.Op == token.LOR { // a value, or a condition held by a larger one
				cs.add(b, n, n.Pos(), token.NoPos, token.NoPos, nil)
			}
		}
		return true
	}
	ast.Inspect(syntax, walk)
	cs.dropInner()
	return cs
}

// dropInner removes && and || expressions that stand within a statement's
// condition: the whole condition is what a reader looks for.
func (cs *conditions) dropInner() {
	var keep []condition
	for _, c := range cs.all {
		inner := false
		for _, o := range cs.all {
			inner = inner || !c.body.IsValid() && o.body.IsValid() && o.from <= c.from && c.to <= o.to
		}
		if !inner {
			keep = append(keep, c)
		}
	}
	cs.all = keep
}

func (cs *conditions) add(b *body, e ast.Expr, stmt, body, end token.Pos, tag ast.Expr) {
	text := b.text(e)
	if tag != nil {
		text = b.text(tag) + " == " + text
	}
	cs.all = append(cs.all, condition{from: e.Pos(), to: e.End(), stmt: stmt, body: body, end: end, text: text})
}

const maxConditionText = 120

func (b *body) text(e ast.Expr) string {
	var buf bytes.Buffer
	if err := printer.Fprint(&buf, b.in.Fset, e); err != nil {
		return ""
	}
	s := strings.Join(strings.Fields(buf.String()), " ")
	if len(s) > maxConditionText {
		s = s[:maxConditionText] + "…"
	}
	return s
}
