package egress

import (
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/lower"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// Analyzer computes the behaviours of one package. Its result is a *[Result].
var Analyzer = &analysis.Analyzer{
	Name:       "egress",
	Doc:        "compute what a package says to whom\n\nIt reports nothing; the rules read its result.",
	URL:        "https://pkg.go.dev/github.com/optincheck/optincheck/analyzers/egress",
	Run:        run,
	ResultType: reflect.TypeFor[*Result](),
	FactTypes:  []analysis.Fact{new(units)},
}

// units is the fact about a package: its unit and those of what it imports,
// since facts of indirect imports do not reach every driver.
type units struct{ Data []byte }

func (*units) AFact() {}

func (u *units) String() string { return "units" }

func run(pass *analysis.Pass) (any, error) {
	if standard(pass) {
		return &Result{}, nil
	}
	w, err := world.Load()
	if err != nil {
		return nil, err
	}
	if w.Opaque(pass.Pkg.Path()) {
		return &Result{}, nil
	}
	all, err := imported(pass)
	if err != nil {
		return nil, err
	}
	own := lowerOne(pass)
	all = append(all, own)
	data, err := ir.Encode(all)
	if err != nil {
		return nil, err
	}
	pass.ExportPackageFact(&units{data})
	return judgeOne(own, all, w), nil
}

// standard reports whether the package belongs to the standard library: its
// directory ends in src/IMPORT/PATH, beside package runtime.
func standard(pass *analysis.Pass) bool {
	if pass.Module != nil && pass.Module.Path != "" && pass.Module.Path != "std" && pass.Module.Path != "cmd" {
		return false
	}
	if pass.Pkg.Path() == "unsafe" {
		return true
	}
	for _, f := range pass.Files {
		dir := filepath.ToSlash(filepath.Dir(pass.Fset.PositionFor(f.Package, false).Filename))
		root, ok := strings.CutSuffix(dir, "/src/"+strings.TrimSuffix(pass.Pkg.Path(), "_test"))
		if !ok {
			continue
		}
		_, err := os.Stat(filepath.FromSlash(root + "/src/runtime/proc.go"))
		return err == nil
	}
	return false
}

// imported returns the units that came with the imports, each once, in the
// order of their paths.
func imported(pass *analysis.Pass) ([]*ir.Unit, error) {
	seen := map[string]*ir.Unit{}
	for _, imp := range pass.Pkg.Imports() {
		var fact units
		if !pass.ImportPackageFact(imp, &fact) {
			continue
		}
		us, err := ir.Decode(fact.Data)
		if err != nil {
			return nil, err
		}
		for _, u := range us {
			seen[u.Path] = u
		}
	}
	out := make([]*ir.Unit, 0, len(seen))
	for _, u := range seen {
		out = append(out, u)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Path < out[j].Path })
	return out, nil
}

func lowerOne(pass *analysis.Pass) *ir.Unit {
	in := lower.Input{Fset: pass.Fset, Pkg: pass.Pkg, Files: pass.Files, Info: pass.TypesInfo}
	if pass.Module != nil {
		in.Module, in.Version = pass.Module.Path, pass.Module.Version
	}
	prog := lower.NewProgram(pass.Fset)
	return prog.Lower(in, prog.Add(in))
}

// judgeOne evaluates one package: the program if it is main, else its exported
// API, and only its initialisation if it has no callers outside.
func judgeOne(own *ir.Unit, all []*ir.Unit, w *world.World) *Result {
	roots := eval.Roots{Inits: []string{own.Path}}
	switch {
	case own.Name == "main":
		roots = eval.Roots{Programs: []string{own.Path}}
	case !isInternal(own.Path):
		roots.Exported = []string{own.Path}
	}
	audited := map[string]bool{own.Path: true}
	e := newEngine(eval.Link(all, w, audited), w, roots, audited, eval.State{})
	found := e.behaviours()
	if own.Name != "main" {
		found = inPackage(found, audited)
	}
	return &Result{Behaviours: found}
}
