package egress

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"

	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/lower"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// Positive returns the name of a switch that says yes where one of the given
// name says no: X_NO_REPORT gives X_ENABLE_REPORT. It is false where there is
// none.
func Positive(name string) (string, bool) {
	w, err := world.Load()
	if err != nil {
		return "", false // the data is ours: every run would have failed
	}
	return w.Positive(name)
}

// Negative reports whether the name of a switch says that setting it means no.
func Negative(name string) bool {
	w, err := world.Load()
	return err == nil && w.Negative(name)
}

// Recheck evaluates the package of a result that came from [Analyzer] once
// more, as if files had other text. The error says that there is no result:
// the text is not correct, or the package cannot be checked apart.
func (r *Result) Recheck(edited map[string][]byte) (*Result, error) {
	if r.recheck == nil {
		return nil, errors.New("no package to check again")
	}
	return r.recheck(edited)
}

// rechecker keeps what it takes to evaluate a package again.
func rechecker(pass *analysis.Pass, imported []*ir.Unit, w *world.World) func(map[string][]byte) (*Result, error) {
	return func(edited map[string][]byte) (*Result, error) {
		in, err := retype(pass, edited)
		if err != nil {
			return nil, err
		}
		prog := lower.NewProgram(in.Fset)
		own := prog.Lower(in, prog.Add(in))
		return judgeOne(own, append(imported[:len(imported):len(imported)], own), w), nil
	}
}

// retype parses and checks the package with the edited files.
func retype(pass *analysis.Pass, edited map[string][]byte) (lower.Input, error) {
	in := lower.Input{Fset: token.NewFileSet(), Info: &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Instances: map[*ast.Ident]types.Instance{},
		Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}, Implicits: map[ast.Node]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, Scopes: map[ast.Node]*types.Scope{}, FileVersions: map[*ast.File]string{},
	}}
	if pass.Module != nil {
		in.Module, in.Version = pass.Module.Path, pass.Module.Version
	}
	for _, f := range pass.Files {
		name := pass.Fset.File(f.FileStart).Name()
		text, ok := edited[name]
		if !ok {
			var err error
			if text, err = pass.ReadFile(name); err != nil {
				return in, err
			}
		}
		again, err := parser.ParseFile(in.Fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return in, err
		}
		in.Files = append(in.Files, again)
	}
	conf := types.Config{Importer: known(pass), Sizes: pass.TypesSizes, GoVersion: pass.Pkg.GoVersion()}
	var err error
	in.Pkg, err = conf.Check(pass.Pkg.Path(), in.Fset, in.Files, in.Info)
	return in, err
}

// known imports what the package imports already, and a package os that has
// what a gate needs.
func known(pass *analysis.Pass) types.Importer {
	byPath := importerMap{"unsafe": types.Unsafe}
	for _, imp := range pass.Pkg.Imports() {
		byPath[imp.Path()] = imp
	}
	if byPath["os"] == nil {
		byPath["os"] = environment()
	}
	return byPath
}

// environment is a package os of one function.
func environment() *types.Package {
	pkg := types.NewPackage("os", "os")
	text := types.Typ[types.String]
	param := func() *types.Tuple { return types.NewTuple(types.NewVar(token.NoPos, pkg, "", text)) }
	sig := types.NewSignatureType(nil, nil, nil, param(), param(), false)
	pkg.Scope().Insert(types.NewFunc(token.NoPos, pkg, "Getenv", sig))
	pkg.MarkComplete()
	return pkg
}

type importerMap map[string]*types.Package

// Import implements types.Importer. A path of a vendor directory is imported
// without it.
func (m importerMap) Import(path string) (*types.Package, error) {
	if pkg := m[path]; pkg != nil {
		return pkg, nil
	}
	for known, pkg := range m {
		if lower.Path(known) == path {
			return pkg, nil
		}
	}
	return nil, errors.New("the package did not import " + path)
}
