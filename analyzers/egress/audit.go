package egress

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/lower"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// A Module is the module that a package belongs to.
type Module struct {
	Path    string
	Version string
	Dir     string
	Main    bool // one of the audited modules
}

// A Package is one package outside the standard library, as the audit loaded
// it from source.
type Package struct {
	Types   *types.Package
	Files   []*ast.File
	Info    *types.Info
	Dir     string // where the files are
	Sizes   types.Sizes
	Module  *Module
	Errors  []string // why it could not be loaded or typed whole
	Ignored []string // files that this build leaves out
	Main    bool     // a program to audit
	Matched bool     // named by the patterns
}

// A Setting gives a switch a value.
type Setting struct {
	Kind  SwitchKind
	Key   string
	Value string
}

// Options say what the audit takes as given.
type Options struct {
	Goos, Goarch string
	Tags         []string
	LDFlags      map[string]string // import/path.name to value, as -ldflags -X has them
	Set          []Setting
	ProgramsOnly bool                    // what no program reaches has no callers outside
	Claims       func(Behaviour) []Claim // the consents that a policy names for a behaviour; may be nil
	Models       []string                // files of models of the user's, see world's models.txt
	Details      bool                    // keep what led to each verdict
	Progress     func(string)
	DropSyntax   bool // of dependencies, once it is read: nobody looks at it afterwards
}

// CheckModels reports every mistake in files of models, each with its place.
func CheckModels(files ...string) error {
	if len(files) == 0 {
		return nil
	}
	_, err := world.LoadWith(files...)
	return err
}

// Audit evaluates whole programs: pkgs is everything outside the standard
// library, each package after those that it imports. Every program is
// evaluated on its own; packages that no program reaches are judged as a
// library. The error is never about the audited code.
func Audit(fset *token.FileSet, pkgs []*Package, opts Options) (*Result, error) {
	w, err := world.LoadWith(opts.Models...)
	if err != nil {
		return nil, err
	}
	a := &audit{world: w, opts: opts, res: &Result{}, audited: map[string]bool{}, judged: map[eval.SiteKey]bool{}, reachedSinks: map[eval.SiteKey]bool{}}
	a.assumptions()
	a.lower(fset, pkgs)
	if opts.DropSyntax {
		release(pkgs)
	}
	a.say("linking")
	a.prog = eval.Link(a.units, a.world, a.audited)
	a.evaluate(pkgs)
	if err := a.web(fset, pkgs); err != nil {
		return nil, err
	}
	a.finish()
	return a.res, nil
}

type audit struct {
	world   *world.World
	opts    Options
	res     *Result
	units   []*ir.Unit
	prog    *eval.Program
	audited map[string]bool
	reached map[string]bool // packages that a program imports
	all     []Behaviour
	judged  map[eval.SiteKey]bool // sites that a program decides about: what a caller of the exported API could bring about there is not asked

	blind        []BlindSpot
	reachedSinks map[eval.SiteKey]bool
}

func (a *audit) say(s string) {
	if a.opts.Progress != nil {
		a.opts.Progress(s)
	}
}

func (a *audit) assumptions() {
	for _, t := range a.opts.Tags {
		a.res.Assumptions = append(a.res.Assumptions, Assumption{Kind: "tag", Key: t})
	}
	for _, k := range sortedNames(a.opts.LDFlags) {
		a.res.Assumptions = append(a.res.Assumptions, Assumption{Kind: "ldflags", Key: k, Value: a.opts.LDFlags[k]})
	}
	for _, name := range a.opts.Models {
		a.res.Assumptions = append(a.res.Assumptions, Assumption{Kind: "models", Key: name})
	}
	for _, s := range a.opts.Set {
		a.res.Assumptions = append(a.res.Assumptions, Assumption{Kind: "set", Key: string(s.Kind) + ":" + s.Key, Value: s.Value, Unasked: true})
	}
}

func sortedNames(m map[string]string) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// base is the state that the user gave.
func (a *audit) base() eval.State {
	s := eval.State{Set: map[eval.SwitchKey]string{}}
	for _, x := range a.opts.Set {
		s.Set[eval.SwitchKey{Kind: string(x.Kind), Key: x.Key}] = x.Value
	}
	return s
}

// A job is a program, or a package judged as a library, to evaluate.
type job struct {
	program string // its import path; "" for a library
	roots   eval.Roots
}

// evaluate evaluates each program and library on its own.
func (a *audit) evaluate(pkgs []*Package) {
	purse := newPurse()
	for _, j := range append(a.programs(pkgs), a.libraries(pkgs)...) {
		if j.program != "" {
			a.say("evaluating " + j.program)
		}
		e := newEngine(a.prog, a.world, j.roots, a.audited, a.base(), purse)
		e.claimed, e.detailed, e.answered = a.opts.Claims, a.opts.Details, map[item][]Answer{}
		if j.program == "" {
			e.within, e.judged = true, a.judged
		}
		e.start()
		a.add(e, j.program)
	}
}

// programs lists the programs, and notes what they import.
func (a *audit) programs(pkgs []*Package) (jobs []job) {
	a.reached = map[string]bool{}
	for _, p := range pkgs {
		if !p.Main || p.Types == nil {
			continue
		}
		path := lower.Path(p.Types.Path())
		a.mark(path)
		jobs = append(jobs, job{path, eval.Roots{Programs: []string{path}}})
	}
	return jobs
}

// mark notes what a program imports.
func (a *audit) mark(path string) {
	u := a.prog.Unit(path)
	if a.reached[path] {
		return
	}
	a.reached[path] = true
	if u != nil {
		for _, imp := range u.Imports {
			a.mark(imp)
		}
	}
}

// libraries lists the matched packages that no program reaches, which are judged
// by their exported API. An internal package has no callers outside.
func (a *audit) libraries(pkgs []*Package) (jobs []job) {
	for _, p := range pkgs {
		if !p.Matched || p.Types == nil || p.Types.Name() == "main" {
			continue
		}
		path := lower.Path(p.Types.Path())
		if a.reached[path] || a.prog.Unit(path) == nil {
			continue
		}
		roots := eval.Roots{Inits: []string{path}}
		if !isInternal(path) && !a.opts.ProgramsOnly {
			roots.Exported = []string{path}
		}
		jobs = append(jobs, job{"", roots})
	}
	return jobs
}

// web looks into the web content of the matched packages.
func (a *audit) web(fset *token.FileSet, pkgs []*Package) error {
	for _, p := range pkgs {
		if !p.Matched || p.Types == nil || p.Info == nil {
			continue
		}
		content := sources{fset: fset, files: p.Files, pkg: p.Types, info: p.Info, dir: p.Dir}
		content.data = sync.OnceValue(func() map[string]bool { return a.templateData(pkgs, lower.Path(p.Types.Path())) })
		loads, unread, err := content.webContent()
		if err != nil {
			return err
		}
		a.res.Web = append(a.res.Web, loads...)
		a.blind = append(a.blind, unread...)
	}
	return nil
}

// templateData are the fields that templates of a package find set on a fresh
// install, in some program that it belongs to.
func (a *audit) templateData(pkgs []*Package, path string) map[string]bool {
	set := map[string]bool{}
	for _, j := range a.programs(pkgs) {
		if !a.belongs(path, j.program, map[string]bool{}) {
			continue
		}
		s := a.base()
		s.Unsent = true
		maps.Copy(set, a.prog.Evaluate(a.world, j.roots, s).TemplateData())
	}
	return set
}

// belongs reports whether a program imports a package, or is it.
func (a *audit) belongs(path, program string, seen map[string]bool) bool {
	if path == program {
		return true
	}
	u := a.prog.Unit(program)
	if u == nil || seen[program] {
		return false
	}
	seen[program] = true
	return slices.ContainsFunc(u.Imports, func(imp string) bool { return a.belongs(path, imp, seen) })
}

// isInternal reports whether an import path can only be imported nearby.
func isInternal(path string) bool {
	return strings.Contains("/"+path+"/", "/internal/")
}
