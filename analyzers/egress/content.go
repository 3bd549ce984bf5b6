package egress

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/lower"
	"github.com/optincheck/optincheck/analyzers/egress/internal/web"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// sources is a package as web content is looked for in it.
type sources struct {
	fset  *token.FileSet
	files []*ast.File
	pkg   *types.Package
	info  *types.Info
	dir   string // where the files are; empty if their names say

	data func() map[string]bool // fields that templates find set on a fresh install
}

// webContent returns what the web content of the package makes a browser ask
// for, and the embedded files that cannot be read.
func (s *sources) webContent() (loads []WebLoad, unread []BlindSpot, err error) {
	c := collector{sources: s, seen: map[string]bool{}}
	for _, f := range s.files {
		c.name = s.fset.Position(f.Package).Filename
		if !strings.HasSuffix(c.name, "_test.go") {
			c.file(f)
		}
	}
	if len(c.texts) == 0 && len(c.leaks) == 0 {
		return nil, c.unread, nil // fast path: nearly every package
	}
	w, err := world.Load()
	if err != nil {
		return nil, nil, err
	}
	pkg := lower.Path(s.pkg.Path())
	for i := range c.leaks {
		c.leaks[i].Package = pkg
	}
	return append(s.webLoads(pkg, c.texts, w), c.leaks...), c.unread, nil
}

// A collector gathers the texts of a package.
type collector struct {
	*sources
	name   string // of the file
	fn     string // symbol of the function
	texts  []text
	leaks  []WebLoad
	unread []BlindSpot
	seen   map[string]bool // embedded files
}

func (c *collector) place(pos token.Pos) Place {
	p := c.fset.Position(pos)
	return Place{File: p.Filename, Line: p.Line, Column: p.Column}
}

func (c *collector) file(f *ast.File) {
	for _, group := range f.Comments {
		for _, comment := range group.List {
			if list, ok := strings.CutPrefix(comment.Text, "//go:embed "); ok {
				c.directive(comment, list)
			}
		}
	}
	for _, decl := range f.Decls {
		c.fn = ""
		if fn, ok := decl.(*ast.FuncDecl); ok {
			if obj, ok := c.info.Defs[fn.Name].(*types.Func); ok {
				_, c.fn = splitSymbol(lower.Symbol(obj))
			}
		}
		ast.Inspect(decl, c.node)
	}
}

// directive reads the files that a go:embed directive names.
func (c *collector) directive(comment *ast.Comment, list string) {
	dir := c.dir
	if dir == "" {
		dir = filepath.Dir(c.name)
	}
	at := c.place(comment.Pos())
	for _, name := range embedded(dir, list) {
		kind, sniff := web.KindOf(name)
		if kind == web.None && !sniff || c.seen[name] {
			continue
		}
		c.seen[name] = true
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			c.unread = append(c.unread, BlindSpot{"embedded file that cannot be read", at.File, at.Line})
			continue
		}
		shown := path.Join(path.Dir(filepath.ToSlash(c.name)), name)
		c.add(text{at: at, file: Place{File: shown, Line: 1}, kind: kind, text: string(data)})
	}
}

// add keeps a text that may hold something for a browser.
func (c *collector) add(t text) {
	if !strings.Contains(t.text, "//") && !strings.Contains(strings.ToLower(t.text), "referrer") {
		return // fast path: nothing in it is elsewhere
	}
	if t.kind == web.None {
		t.kind = web.Sniff(t.text)
	}
	if t.kind != web.None {
		c.texts = append(c.texts, t)
	}
}

// node looks at one node of the syntax, and reports whether to go on below it.
func (c *collector) node(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.ImportSpec:
		return false
	case *ast.Field:
		if n.Tag != nil { // a tag is no text
			ast.Inspect(n.Type, c.node)
			return false
		}
	case *ast.BasicLit:
		c.constant(n, n.Kind == token.STRING && strings.HasPrefix(n.Value, "`"))
	case *ast.BinaryExpr:
		if c.text(n) != "" && hasLiteral(n) {
			c.constant(n, false)
			return false
		}
	case *ast.CallExpr:
		for i := 1; i < len(n.Args); i++ {
			c.header(n.Args[i-1], n.Args[i])
		}
	case *ast.KeyValueExpr:
		c.header(n.Key, n.Value)
	}
	return true
}

// text returns the value of a constant string.
func (c *collector) text(e ast.Expr) string {
	if v := c.info.Types[e].Value; v != nil && v.Kind() == constant.String {
		return constant.StringVal(v)
	}
	return ""
}

func hasLiteral(e ast.Expr) bool {
	found := false
	ast.Inspect(e, func(n ast.Node) bool {
		lit, ok := n.(*ast.BasicLit)
		found = found || ok && lit.Kind == token.STRING
		return !found
	})
	return found
}

// constant keeps a string; in a raw one, lines are those of the file.
func (c *collector) constant(e ast.Expr, raw bool) {
	value := c.text(e)
	if len(value) < len("<a b=//c.d>") {
		return
	}
	at := c.place(e.Pos())
	t := text{at: at, file: at, fn: c.fn, text: value}
	if !raw {
		t.text = strings.ReplaceAll(value, "\n", " ")
	}
	c.add(t)
}

// header notes a Referrer-Policy that leaks.
func (c *collector) header(key, value ast.Expr) {
	policy := strings.ToLower(strings.TrimSpace(c.text(value)))
	if !wholeAddress(policy) || !strings.EqualFold(c.text(key), "Referrer-Policy") {
		return
	}
	at := c.place(value.Pos())
	c.leaks = append(c.leaks, WebLoad{Func: c.fn, At: at, File: at, Policy: policy})
}
