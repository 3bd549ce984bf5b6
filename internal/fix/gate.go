package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// extend makes the deciding condition ask for a variable as well.
func (w *writer) extend(s egress.Switch) {
	at, ok := w.find(s.DecidedAt)
	if !ok {
		return
	}
	branch, ok := enclosing[*ast.IfStmt](at)
	if !ok {
		return
	}
	getenv, edits := w.getenv(at)
	message := w.message()
	w.add(message, append(edits, w.combined(at, branch.Cond, token.LOR, getenv+` == ""`)...)...)
	w.add(message, append(edits[:len(edits):len(edits)], w.combined(at, branch.Cond, token.LAND, getenv+` != ""`)...)...)
}

// combined adds a test to a condition.
func (w *writer) combined(at spot, cond ast.Expr, op token.Token, test string) []Edit {
	tail := " " + op.String() + " " + test
	if top, ok := cond.(*ast.BinaryExpr); ok && op == token.LAND && top.Op == token.LOR {
		return []Edit{w.insert(at, cond.Pos(), "("), w.insert(at, cond.End(), ")"+tail)}
	}
	return []Edit{w.insert(at, cond.End(), tail)}
}

func (w *writer) message() string {
	return "ask for " + w.variable() + " before the " + w.noun()
}

// maxFrames is how many calls up from the send a gate may stand: what lies
// further up does other things too.
const maxFrames = 3

// A sending is a run of statements of one block that ends in the send, or is
// left without sense if the send goes.
type sending struct {
	at         spot
	list       []ast.Stmt
	from, to   int  // the statements
	top        bool // list is the function's own
	begin, end token.Pos
}

// gate puts the send behind a variable: at the site, or at a call on the way
// that stands for it.
func (w *writer) gate() {
	for _, x := range w.sendings() {
		getenv, edits := w.getenv(x.at)
		if text, ok := w.leaves(x); ok {
			gate := "if " + getenv + ` == "" {` + "\n\t" + text + "\n}\n"
			w.add(w.message(), append(edits, w.before(x, gate))...)
			continue
		}
		if w.returnsLate(x) {
			continue
		}
		w.add(w.message(), append(edits, w.wrap(x, "if "+getenv+` != "" {`)...)...)
	}
}

// returnsLate reports whether the function needs what the statements return.
func (w *writer) returnsLate(x sending) bool {
	t, _, _ := x.at.function()
	if t == nil || t.Results == nil {
		return false
	}
	_, last := x.list[x.to].(*ast.ReturnStmt)
	return last && x.to == len(x.list)-1
}

// leaves writes the statement that leaves the function where nothing would be
// left to do in it.
func (w *writer) leaves(x sending) (string, bool) {
	t, _, _ := x.at.function()
	if t == nil || !x.top || x.to != len(x.list)-1 {
		return "", false
	}
	if t.Results == nil || len(t.Results.List) == 0 {
		return "return", x.to > x.from
	}
	var zeros []string
	for _, field := range t.Results.List {
		zero := plainZero(x.at.pkg.Info.TypeOf(field.Type))
		for range max(1, len(field.Names)) {
			zeros = append(zeros, zero)
		}
	}
	return "return " + strings.Join(zeros, ", "), !slices.Contains(zeros, "")
}

// plainZero writes the zero of a result that a caller can take as it is; of
// others, callers may look behind a nil.
func plainZero(t types.Type) string {
	if t == nil {
		return ""
	}
	if types.Identical(t, types.Universe.Lookup("error").Type()) {
		return "nil"
	}
	basic, ok := t.Underlying().(*types.Basic)
	switch {
	case !ok:
		return ""
	case basic.Info()&types.IsString != 0:
		return `""`
	case basic.Info()&types.IsBoolean != 0:
		return "false"
	case basic.Info()&types.IsNumeric != 0:
		return "0"
	}
	return ""
}

// sendings returns the statements that send, from the site up.
func (w *writer) sendings() (out []sending) {
	places := []egress.Place{{File: w.b.Site.File, Line: w.b.Site.Line, Column: w.b.Site.Column}}
	for i := len(w.b.Path) - 1; i >= 0; i-- {
		p := egress.Place{File: w.b.Path[i].File, Line: w.b.Path[i].Line}
		if p.File != places[0].File || p.Line != places[0].Line {
			places = append(places, p)
		}
	}
	frames := 0
	for _, p := range places {
		if w.Editable != nil && !w.Editable(p.File) {
			continue
		}
		if frames++; frames > maxFrames {
			break
		}
		if x, ok := w.sending(p); ok {
			out = append(out, x)
		}
	}
	return out
}

// sending returns the statements around a call.
func (w *writer) sending(p egress.Place) (sending, bool) {
	at, ok := w.find(p)
	if !ok {
		return sending{}, false
	}
	for i, n := range at.path {
		var list []ast.Stmt
		switch n := n.(type) {
		case *ast.BlockStmt:
			list = n.List
		case *ast.CaseClause:
			list = n.Body
		case *ast.CommClause:
			list = n.Body
		case *ast.GenDecl, *ast.FuncDecl:
			return sending{}, false
		}
		if list == nil || i == 0 {
			continue
		}
		for j, st := range list {
			if st != at.path[i-1] {
				continue
			}
			x := sending{at: at, list: list, from: j, to: w.lastUse(at, list, j)}
			_, body, _ := at.function()
			x.top = body == n
			x.begin, x.end = list[x.from].Pos(), list[x.to].End()
			return x, true
		}
	}
	return sending{}, false
}

// lastUse returns the last statement that needs what the statement at from
// defines, or what those in between define.
func (w *writer) lastUse(at spot, list []ast.Stmt, from int) int {
	defined := map[types.Object]bool{}
	last := from
	for i := from; i < len(list); i++ {
		uses := i == from
		ast.Inspect(list[i], func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && defined[at.pkg.Info.Uses[id]] {
				uses = true
			}
			return !uses
		})
		if uses {
			for j := last; j <= i; j++ {
				defines(at.pkg.Info, list[j], defined)
			}
			last = i
		}
	}
	return last
}

// defines notes the variables that a statement puts into its block.
func defines(info *types.Info, st ast.Stmt, defined map[types.Object]bool) {
	var names []*ast.Ident
	switch st := st.(type) {
	case *ast.AssignStmt:
		for _, e := range st.Lhs {
			if id, ok := e.(*ast.Ident); ok {
				names = append(names, id)
			}
		}
	case *ast.DeclStmt:
		if decl, ok := st.Decl.(*ast.GenDecl); ok {
			for _, spec := range decl.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok {
					names = append(names, v.Names...)
				}
			}
		}
	}
	for _, id := range names {
		if obj := info.Defs[id]; obj != nil {
			defined[obj] = true
		}
	}
}

// cut removes the send.
func (w *writer) cut() {
	for _, x := range w.sendings() {
		e := w.lines(x)
		w.add("cut the "+w.noun(), append([]Edit{e}, w.unused(x.at, x.begin, x.end)...)...)
	}
}
