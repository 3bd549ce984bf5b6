package load

import (
	"errors"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"go/version"
	"maps"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/tools/go/packages"
)

// standard reads the packages of the standard library that the others import
// from export data. They are of one universe, so their own imports are too.
func (g *graph) standard(fset *token.FileSet) (map[string]*types.Package, error) {
	paths := map[string]bool{"os": true} // what [Program.With] may add
	for _, n := range g.nodes {
		for _, imp := range n.meta.Imports {
			if known, ok := g.byID[imp.ID]; ok && known == nil && imp.ID != "unsafe" {
				paths[imp.PkgPath] = true
			}
		}
	}
	std := map[string]*types.Package{"unsafe": types.Unsafe}
	if len(paths) == 0 {
		return std, nil
	}
	cfg := *g.cfg
	cfg.Tests = false
	pkgs, err := list(&cfg, fset, packages.NeedName|packages.NeedTypes, slices.Sorted(maps.Keys(paths)))
	if err != nil {
		return nil, err
	}
	for _, pkg := range pkgs {
		if pkg.Types != nil && len(pkg.Errors) == 0 {
			std[pkg.PkgPath] = pkg.Types
		}
	}
	for _, path := range slices.Sorted(maps.Keys(paths)) {
		if std[path] == nil {
			return nil, g.unexported(path)
		}
	}
	return std, nil
}

// unexported says why a package of the standard library has no export data.
func (g *graph) unexported(path string) error {
	_, err := goSays(g.cfg, "list", "-export", path)
	if list, ok := err.(*ListError); ok {
		return list
	}
	return &ListError{fmt.Sprintf("the standard library's package %s cannot be compiled for this build", path)}
}

// check checks the types of all packages, each after its imports.
func (g *graph) check(fset *token.FileSet, std map[string]*types.Package, sizes types.Sizes) {
	var wg sync.WaitGroup
	busy := make(chan struct{}, runtime.GOMAXPROCS(0))
	for _, n := range g.nodes {
		if n.ready() {
			continue // it comes from a program that differs elsewhere
		}
		wg.Go(func() {
			defer close(n.done)
			for _, imp := range n.meta.Imports {
				if dep := g.byID[imp.ID]; dep != nil {
					<-dep.done
				}
			}
			busy <- struct{}{}
			n.check(fset, sizes, &importer{g, n, std})
			<-busy
		})
	}
	wg.Wait()
}

// check checks the types of one package. Errors do not stop it.
func (n *node) check(fset *token.FileSet, sizes types.Sizes, imp types.Importer) {
	n.untyped = len(n.out.Errors)
	if n.absent() {
		return
	}
	n.out.Sizes = sizes
	n.out.Info = &types.Info{
		Types:        map[ast.Expr]types.TypeAndValue{},
		Instances:    map[*ast.Ident]types.Instance{},
		Defs:         map[*ast.Ident]types.Object{},
		Uses:         map[*ast.Ident]types.Object{},
		Implicits:    map[ast.Node]types.Object{},
		Selections:   map[*ast.SelectorExpr]*types.Selection{},
		FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{
		Importer:    imp,
		Sizes:       sizes,
		GoVersion:   n.goVersion(),
		FakeImportC: n.fake,
		Error:       func(err error) { n.out.Errors = append(n.out.Errors, err.Error()) },
	}
	n.out.Types, _ = conf.Check(n.meta.PkgPath, fset, n.out.Files, n.out.Info)
}

// goVersion is the version of the language that the package's module asks
// for; the newest known where it asks for more, since most of it will be known.
func (n *node) goVersion() string {
	if n.meta.Module == nil || n.meta.Module.GoVersion == "" {
		return ""
	}
	asked := "go" + n.meta.Module.GoVersion
	if version.Compare(asked, runtime.Version()) > 0 {
		return ""
	}
	return asked
}

// An importer resolves the imports of one package.
type importer struct {
	g   *graph
	n   *node
	std map[string]*types.Package
}

// Import implements types.Importer.
func (i *importer) Import(path string) (*types.Package, error) {
	meta := i.n.meta.Imports[path]
	if meta == nil && i.n.changed && i.std[path] != nil {
		return i.std[path], nil
	}
	if meta == nil {
		return nil, errors.New("the go command does not list it")
	}
	dep := i.g.byID[meta.ID]
	switch {
	case i.std[meta.PkgPath] != nil:
		return i.std[meta.PkgPath], nil
	case dep == nil:
		return nil, errors.New("it is not of the standard library of this build")
	case dep.absent():
		return nil, errors.New(firstOf(dep.reason(), "it has no files in this build"))
	}
	return dep.out.Types, nil
}
