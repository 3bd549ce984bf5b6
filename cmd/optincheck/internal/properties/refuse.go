package properties

import (
	"fmt"
	"go/ast"
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// environmentGrants: whether a variable can say yes.
func (x *extraction) environmentGrants() Property {
	const name = "environment-grants"
	if x.toggle == nil {
		return x.closed(name, "env", "no variable grants", "a variable can grant")
	}
	fs := &facts{x: x}
	for _, e := range x.gateway().envs {
		fs.add(e.call.Pos(), 0, fmt.Sprintf("the variable %s decides; on is the default, and it can only take away", variable(e)))
	}
	if len(fs.all) == 0 {
		fs.add(x.gate(), 1, "no variable grants")
	}
	return Property{name, fs.sorted()}
}

// variable is the name of a variable that is read.
func variable(e event) string {
	text, ok := constText(flow.Arg(e.call, 0))
	if !ok {
		return "?"
	}
	return text
}

// administratorGrants: whether a file of the administrator's can say yes for
// the user.
func (x *extraction) administratorGrants() Property {
	const name = "administrator-grants"
	if x.toggle == nil {
		return x.closed(name, "system", "no file of the administrator grants", "a file of the administrator can grant")
	}
	fs := &facts{x: x}
	for _, s := range x.p.FieldStores(x.toggle) {
		x.overrides(fs, s.Block())
		for _, e := range x.p.Callers(s.Parent()) {
			x.overrides(fs, e.Call.Block())
		}
	}
	if len(fs.all) == 0 {
		fs.add(x.gate(), 1, "no file of the administrator overrules the user")
	}
	return Property{name, fs.sorted()}
}

// overrides notes decisions before a block that rest on what the administrator
// wrote.
func (x *extraction) overrides(fs *facts, b *ssa.BasicBlock) {
	for _, g := range flow.Guards(b) {
		var places []token.Pos
		var compared []token.Pos
		x.p.Walk(g.If.Cond, nil, flow.Options{}, func(n *flow.Node) bool {
			if c, ok := n.Value.(*ssa.BinOp); ok && c.Op == token.EQL {
				compared = append(compared, c.Pos())
			}
			e, ok := x.roleOf(n.Value)
			if !ok || e.entry.Role != "read" {
				return true
			}
			if n.Context != nil && x.classIn(e.arg("path"), n.Context) == situation.System {
				places = append(places, decisionPos(g, b))
			}
			return false
		})
		if len(places) == 0 {
			continue
		}
		for _, pos := range append(places, compared...) {
			fs.add(pos, 0, "what the administrator wrote decides whether the user's no counts")
		}
	}
}

// decisionPos is where the statement stands that a block is the body of.
func decisionPos(g flow.Guard, b *ssa.BasicBlock) token.Pos {
	pos := condPos(g.If)
	inside := token.NoPos
	for _, i := range b.Instrs {
		if i.Pos().IsValid() {
			inside = i.Pos()
			break
		}
	}
	if b.Parent().Syntax() == nil || !inside.IsValid() {
		return pos
	}
	ast.Inspect(b.Parent().Syntax(), func(n ast.Node) bool {
		if s, ok := n.(*ast.IfStmt); ok && s.Body.Pos() <= inside && inside < s.Body.End() {
			pos = s.Pos() // the last one is the innermost
		}
		return true
	})
	return pos
}

// placed gives a property that holds the places of what makes it hold.
func (x *extraction) placed(p Property, events []event) Property {
	if strength, _, all := p.Weakest(); strength != 1 || !all || len(events) == 0 {
		return p
	}
	fs := &facts{x: x}
	for _, e := range events {
		fs.add(e.call.Pos(), 1, p.Facts[0].Text)
	}
	return Property{p.Name, fs.sorted()}
}

// environmentRefuses: whether the variable for that is heeded.
func (x *extraction) environmentRefuses() Property {
	p := x.closed("environment-refuses", "refused", refusal+" refuses", refusal+" is not heeded")
	return x.placed(p, slices.DeleteFunc(slices.Clone(x.gateway().envs), func(e event) bool { return variable(e) != refusal }))
}

// administratorRefuses: whether a file of the administrator's is heeded.
func (x *extraction) administratorRefuses() Property {
	p := x.closed("administrator-refuses", "forbidden", "a file of the administrator refuses", "an administrator cannot refuse")
	return x.placed(p, x.gateway().lookups)
}

// hooks: variables that change what becomes of tokens and are no refusal.
func (x *extraction) hooks() Property {
	fs := &facts{x: x}
	for _, e := range x.events("env") {
		v := e.call.Value()
		name := variable(e)
		if v == nil || x.known.Whose("env", name) != "" || !onlyDecides(v) || !x.handlesTokens(e.call.Parent()) {
			continue
		}
		run := x.model.Evaluate(situation.Situation{Env: map[string]string{name: "1"}})
		if len(x.reachable(run)) > 0 {
			fs.add(e.call.Pos(), 0, fmt.Sprintf("the variable %s changes what becomes of tokens", name))
		}
	}
	if len(fs.all) == 0 && len(x.mints) > 0 {
		fs.add(x.mints[0].call.Pos(), 1, "no variable changes what becomes of tokens")
	}
	return Property{"environment-hooks", fs.sorted()}
}

// onlyDecides reports whether a value is compared, and nothing else.
func onlyDecides(v ssa.Value) bool {
	for _, ref := range *v.Referrers() {
		if c, ok := ref.(*ssa.BinOp); !ok || c.Op != token.EQL && c.Op != token.NEQ {
			return false
		}
	}
	return true
}

// handlesTokens reports whether a function reads, writes or prints what a token
// is, or becomes one.
func (x *extraction) handlesTokens(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			call, ok := i.(ssa.CallInstruction)
			if !ok {
				continue
			}
			for _, e := range x.eventsOf(call) {
				switch e.entry.Role {
				case "read", "open", "write", "output", "random":
					return true
				case "print":
					for _, arg := range call.Common().Args {
						if has(x.origins(arg, nil), "random", "weak") {
							return true
						}
					}
				}
			}
		}
	}
	return false
}
