package rule

import (
	"go/ast"
	"go/token"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// places turns file, line and column into what a pass can report: positions
// in the files of its package, and nothing else.
type places struct {
	fset  *token.FileSet
	files map[string]*ast.File
	first token.Pos // the package clause, where nothing better is known
	root  string    // directory of the module, with a separator at its end; empty if not known
}

func newPlaces(pass *analysis.Pass) *places {
	p := &places{fset: pass.Fset, files: map[string]*ast.File{}, first: token.NoPos}
	for _, f := range pass.Files {
		name := pass.Fset.Position(f.Package).Filename
		p.files[name] = f
		if p.first == token.NoPos && !inTest(name) {
			p.first = f.Package
			p.root = root(pass, filepath.Dir(name))
		}
	}
	return p
}

// root takes the package's part of the import path away from its directory.
func root(pass *analysis.Pass, dir string) string {
	if pass.Module == nil {
		return ""
	}
	inModule, ok := strings.CutPrefix(pass.Pkg.Path(), pass.Module.Path)
	if !ok {
		return "" // "command-line-arguments"
	}
	dir, ok = strings.CutSuffix(filepath.ToSlash(dir), inModule)
	if !ok {
		return ""
	}
	return dir + "/"
}

func (p *places) inside(file string) bool {
	_, ok := p.files[file]
	return ok
}

// show names a file as the audit does: relative to its module, a file of a
// dependency with the module before it; where neither is known, by the last
// directory and the name.
func (p *places) show(file string) string {
	file = filepath.ToSlash(file)
	if short, ok := strings.CutPrefix(file, p.root); ok && p.root != "" {
		return short
	}
	if _, short, ok := strings.Cut(file, "/pkg/mod/"); ok {
		return short
	}
	if !path.IsAbs(file) && filepath.VolumeName(file) == "" {
		return file
	}
	return path.Join(path.Base(path.Dir(file)), path.Base(file))
}

// pos returns the position of a place: exactly, or the first thing on its line
// where the place has no column or the file has line directives, as cgo writes
// them.
func (p *places) pos(at egress.Place) token.Pos {
	f, ok := p.files[at.File]
	if !ok {
		return p.first
	}
	if pos := p.exact(f, at); pos.IsValid() {
		return pos
	}
	pos := p.first
	ast.Inspect(f, func(n ast.Node) bool {
		if n != nil && pos == p.first && p.fset.Position(n.Pos()).Line == at.Line {
			pos = n.Pos()
		}
		return pos == p.first
	})
	return pos
}

func (p *places) exact(f *ast.File, at egress.Place) token.Pos {
	tf := p.fset.File(f.FileStart)
	if at.Column < 1 || at.Line < 1 || at.Line > tf.LineCount() {
		return token.NoPos
	}
	pos := tf.LineStart(at.Line) + token.Pos(at.Column-1)
	if int(pos)-tf.Base() > tf.Size() {
		return token.NoPos
	}
	if got := p.fset.Position(pos); got.Line != at.Line || got.Column != at.Column {
		return token.NoPos
	}
	return pos
}
