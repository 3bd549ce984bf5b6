package load

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"

	"golang.org/x/tools/go/packages"
)

// cgo has the go command run cgo for the packages that need it. Where that
// fails, a package keeps its own files, and import "C" is checked loosely.
func (g *graph) cgo() error {
	var patterns []string
	var nodes []*node
	for _, n := range g.nodes {
		if n.fake = slices.ContainsFunc(n.sources, (*source).importsC); !n.fake {
			continue
		}
		nodes = append(nodes, n)
		if n.meta.PkgPath == "command-line-arguments" {
			patterns = append(patterns, g.cfg.Patterns...)
		} else {
			patterns = append(patterns, n.meta.PkgPath)
		}
	}
	if len(nodes) == 0 {
		return nil
	}
	processed, err := list(g.cfg, token.NewFileSet(), packages.NeedName|packages.NeedImports|packages.NeedCompiledGoFiles, patterns)
	if err != nil {
		return err
	}
	for _, pkg := range processed {
		if n := g.byID[pkg.ID]; n != nil && n.fake {
			g.adopt(n, pkg)
		}
	}
	for _, n := range nodes {
		if n.fake {
			n.out.Errors = append(n.out.Errors, fmt.Sprintf("cgo could not be run: `go build %s` says why", n.meta.PkgPath))
		}
	}
	return nil
}

// adopt takes the files that cgo made of a package's own, if it made any.
func (g *graph) adopt(n *node, processed *packages.Package) {
	own := n.files
	n.files = processed.CompiledGoFiles
	if g.read([]*node{n}); n.absent() || slices.ContainsFunc(n.sources, (*source).importsC) {
		n.files = own
		g.read([]*node{n})
		return
	}
	n.fake = false
	// The code names the original files by their directory on this machine;
	// the base is enough, because it is parsed under a name in that directory.
	prefix := []byte("//line " + n.meta.Dir + string(filepath.Separator))
	for _, s := range n.sources {
		s.text = bytes.ReplaceAll(s.text, prefix, []byte("//line "))
	}
	for path, imp := range processed.Imports {
		if _, ok := n.meta.Imports[path]; ok {
			continue
		}
		n.meta.Imports[path] = imp // by the code that cgo made: of the standard library
		if _, ok := g.byID[imp.ID]; !ok {
			g.byID[imp.ID] = nil
		}
	}
	for _, file := range own {
		g.names.name(n.meta, file)
	}
}

// importsC reports whether the file imports "C".
func (s *source) importsC() bool {
	if !bytes.Contains(s.text, []byte(`"C"`)) {
		return false
	}
	file, _ := parser.ParseFile(token.NewFileSet(), s.path, s.text, parser.ImportsOnly)
	return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool {
		path, err := strconv.Unquote(spec.Path.Value)
		return err == nil && path == "C"
	})
}
