package comparison

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/properties"
)

// A workshop makes variants of the reference. Everything is loaded once; of a
// variant only the edited files are parsed, and only the package is typed.
type workshop struct {
	dir       string // of the sources
	fset      *token.FileSet
	pkg       *egress.Package
	imports   map[string]*types.Package
	extractor *properties.Extractor
	reference *Implementation
}

// An edit replaces text that stands once in a file.
type edit struct{ file, old, new string }

func newWorkshop(t *testing.T) *workshop {
	root := filepath.Join("..", "..", "..", "..")
	prog, pkgs := loaded(t, root, "./policy/token", "./cmd/optincheck/internal/comparison/testdata/imports")
	w := &workshop{dir: filepath.Join(root, "policy", "token"), fset: prog.Fset, imports: map[string]*types.Package{}, extractor: extractor(t)}
	for _, pkg := range pkgs {
		if pkg.Types.Path() == referencePackage {
			w.pkg = pkg
		}
		for _, imp := range pkg.Types.Imports() {
			w.imports[imp.Path()] = imp
		}
	}
	reference, err := Reference()
	if err != nil {
		t.Fatal(err)
	}
	w.reference = reference
	return w
}

// Import implements types.Importer.
func (w *workshop) Import(path string) (*types.Package, error) {
	if pkg := w.imports[path]; pkg != nil {
		return pkg, nil
	}
	return nil, os.ErrNotExist
}

// compare compares the reference with a variant of it.
func (w *workshop) compare(t *testing.T, edits []edit) *Table {
	t.Helper()
	sources := map[string]string{}
	for _, e := range edits {
		if _, ok := sources[e.file]; !ok {
			text, err := os.ReadFile(filepath.Join(w.dir, e.file))
			if err != nil {
				t.Fatal(err)
			}
			sources[e.file] = string(text)
		}
		if n := strings.Count(sources[e.file], e.old); n != 1 {
			t.Fatalf("%s holds %d times\n%s", e.file, n, e.old)
		}
		sources[e.file] = strings.Replace(sources[e.file], e.old, e.new, 1)
	}
	files := make([]*ast.File, 0, len(w.pkg.Files))
	for _, file := range w.pkg.Files {
		name := filepath.Base(w.fset.File(file.FileStart).Name())
		if text, ok := sources[name]; ok {
			parsed, err := parser.ParseFile(w.fset, w.fset.File(file.FileStart).Name(), text, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			file = parsed
			delete(sources, name)
		}
		files = append(files, file)
	}
	if len(sources) > 0 {
		t.Fatalf("not of the package: %v", maps.Keys(sources))
	}
	return w.typed(t, files)
}

func (w *workshop) typed(t *testing.T, files []*ast.File) *Table {
	t.Helper()
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{},
		Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
	conf := types.Config{Importer: w, Sizes: w.pkg.Sizes}
	pkg, err := conf.Check(referencePackage, w.fset, files, info)
	if err != nil {
		t.Fatalf("the variant does not compile: %v", err)
	}
	variant := &egress.Package{Types: pkg, Files: files, Info: info, Sizes: w.pkg.Sizes, Module: w.pkg.Module, Matched: true}
	found := w.extractor.Extract(w.fset, []*egress.Package{variant})
	return Compare(w.reference, &Implementation{Packages: []string{referencePackage}, Properties: found})
}
