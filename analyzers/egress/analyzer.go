package egress

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"

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

// Facts is Analyzer for packages that are only imported by others: it exports
// the same facts and its result is empty. The two never run side by side.
var Facts = &analysis.Analyzer{
	Name:       Analyzer.Name,
	Doc:        Analyzer.Doc,
	URL:        Analyzer.URL,
	Run:        func(pass *analysis.Pass) (any, error) { _, err := export(pass); return &Result{}, err },
	ResultType: Analyzer.ResultType,
	FactTypes:  Analyzer.FactTypes,
}

func run(pass *analysis.Pass) (any, error) {
	r, err := export(pass)
	if err != nil || standard(pass) {
		return &Result{}, err
	}
	res, err := evaluate(pass, r)
	if err != nil {
		return res, err
	}
	content := sources{fset: pass.Fset, files: pass.Files, pkg: pass.Pkg, info: pass.TypesInfo, data: sync.OnceValue(r.templateData)}
	res.Web, _, err = content.webContent() // what cannot be read is for the audit to say
	return res, err
}

func evaluate(pass *analysis.Pass, r *reach) (*Result, error) {
	if r == nil || !r.worth() {
		return &Result{}, nil
	}
	all, err := r.lib.open()
	if err != nil {
		return &Result{}, err
	}
	res := judgeOne(r.unit, append(all, r.unit), r.world)
	res.recheck = rechecker(pass, all, r.world)
	return res, nil
}

// templateData are the fields that the templates of a program find set on a fresh
// install. Of another package its callers say.
func (r *reach) templateData() map[string]bool {
	if r == nil || r.unit.Name != "main" {
		return nil
	}
	all, err := r.lib.open()
	if err != nil {
		return nil
	}
	own := r.unit.Path
	prog := eval.Link(append(all, r.unit), r.world, map[string]bool{own: true})
	return prog.Evaluate(r.world, eval.Roots{Programs: []string{own}}, eval.State{Limit: maxVetRun, Unsent: true}).TemplateData()
}

// maxVetRun bounds one evaluation under go vet, in instructions.
const maxVetRun = 250_000

// export makes the package's unit, and those that it imports, its fact. The
// reach is nil where there is nothing to evaluate.
func export(pass *analysis.Pass) (*reach, error) {
	if standard(pass) {
		return nil, nil
	}
	w, err := world.Load()
	if err != nil {
		return nil, err
	}
	if w.Opaque(pass.Pkg.Path()) || strings.HasSuffix(pass.Pkg.Path(), "_test") {
		return nil, nil // known by models, or nobody's program
	}
	lib, err := imported(pass)
	if err != nil {
		return nil, err
	}
	i := interest{w, lib}
	if !i.matters(pass) {
		lib.export(pass, ir.LeftOut(lower.Path(pass.Pkg.Path()), lower.Imports(pass.Pkg)))
		return nil, nil
	}
	r := i.reachOf(lowerOne(pass))
	reaches, carries := r.lists()
	own, err := ir.Pack(r.unit, reaches, carries)
	if err != nil {
		return nil, err
	}
	lib.export(pass, own)
	return r, nil
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

func lowerOne(pass *analysis.Pass) *ir.Unit {
	in := lower.Input{Fset: pass.Fset, Pkg: pass.Pkg, Files: pass.Files, Info: pass.TypesInfo}
	if pass.Module != nil {
		in.Module, in.Version = pass.Module.Path, pass.Module.Version
	}
	prog := lower.NewProgram(pass.Fset)
	return prog.Lower(in, prog.Add(in))
}

// maxVetSteps bounds the work of all "what if" runs on one package: go vet runs
// in an editor. What is left over is for the audit to say.
const maxVetSteps = 2_000_000

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
	e := newEngine(eval.Link(all, w, audited), w, roots, audited, eval.State{Limit: maxVetRun}, nil)
	e.start()
	if e.fresh.Stopped() || e.open.Stopped() {
		return &Result{} // too large for one package's turn: the audit says
	}
	e.within, e.thrifty, e.budget = own.Name != "main", true, maxVetSteps
	found := e.behaviours()
	if own.Name != "main" {
		found = inPackage(found, audited)
	} else {
		found = notInit(found, own)
	}
	return &Result{Behaviours: found}
}

// notInit leaves out what the initialisation of another package of the same
// module does: that package is judged for it.
func notInit(all []Behaviour, own *ir.Unit) []Behaviour {
	var out []Behaviour
	for _, b := range all {
		if b.Trigger != "init" || b.Site.Package == own.Path || b.Module != own.Module {
			out = append(out, b)
		}
	}
	return out
}
