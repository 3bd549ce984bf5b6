package egress

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"

	"golang.org/x/tools/go/ssa"

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
	Once         bool // nobody looks at the syntax of dependencies afterwards: it may go
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
	a := &audit{world: w, opts: opts, res: &Result{}, audited: map[string]bool{}, reachedSinks: map[eval.SiteKey]bool{}}
	a.assumptions()
	a.lower(fset, pkgs)
	if opts.Once {
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

// release lets go of the syntax of what was read and is not looked at again:
// that is half of what a large program needs of memory.
func release(pkgs []*Package) {
	for _, p := range pkgs {
		if !p.Matched {
			p.Files, p.Info = nil, nil
		}
	}
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

// lower turns the packages into units. A package with errors keeps its
// well-typed functions only if go/ssa can build them, so it is left out and
// makes the run incomplete.
func (a *audit) lower(fset *token.FileSet, pkgs []*Package) {
	prog := lower.NewProgram(fset)
	sends := map[*types.Package]bool{}
	without := prune(pkgs, a.world)
	var jobs []lowering
	for _, p := range pkgs {
		if p.Types == nil {
			continue
		}
		if p.Matched {
			for _, f := range p.Ignored {
				a.blind = append(a.blind, BlindSpot{"not-built", f, 1})
			}
			a.audited[lower.Path(p.Types.Path())] = true
		}
		if a.world.Opaque(p.Types.Path()) && !p.Matched {
			continue
		}
		if len(p.Errors) > 0 || p.Info == nil {
			a.notAnalysed(p)
			continue
		}
		if !a.matters(fset, p, sends) {
			continue
		}
		in := lower.Input{Fset: fset, Pkg: p.Types, Files: p.Files, Info: p.Info, Without: without}
		if p.Module != nil {
			in.Module, in.Version = p.Module.Path, p.Module.Version
		}
		jobs = append(jobs, lowering{in, prog.Add(in)})
	}
	a.say("reading packages")
	a.units = lowerAll(prog, jobs)
}

// A lowering is a package to lower.
type lowering struct {
	in  lower.Input
	pkg *ssa.Package
}

// lowerAll builds packages side by side, and then lowers them: a wrapper of one
// may be built with another. The units come in the order of jobs.
func lowerAll(prog *lower.Program, jobs []lowering) []*ir.Unit {
	units := make([]*ir.Unit, len(jobs))
	sideBySide(len(jobs), func(i int) { jobs[i].pkg.Build() })
	sideBySide(len(jobs), func(i int) { units[i] = prog.Lower(jobs[i].in, jobs[i].pkg) })
	return units
}

// sideBySide calls do with each number below n, as many at a time as there are
// processors.
func sideBySide(n int, do func(int)) {
	next := make(chan int)
	var done sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		done.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	done.Wait()
}

// maxQuiet is the size in bytes up to which a package that names nothing of
// interest is read all the same: a small library of options or optional values
// can hold a default.
const maxQuiet = 64 << 10

// matters reports whether a package can reach a sink, ask for a switch, or
// hold a default. What belongs to the audited modules always can; of a
// dependency that names neither and is large nothing is read, and what its
// functions return is not known. sends notes the packages that reach a sink.
func (a *audit) matters(fset *token.FileSet, p *Package, sends map[*types.Package]bool) bool {
	known := interest{world: a.world, lib: &library{}}
	asks, size := false, 0
	for _, imp := range p.Types.Imports() {
		sends[p.Types] = sends[p.Types] || sends[imp]
	}
	for _, obj := range p.Info.Uses {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() != p.Types && fn.Pkg() != nil {
			s := lower.Symbol(fn)
			sends[p.Types] = sends[p.Types] || known.sends(s)
			asks = asks || known.asks(s)
		}
	}
	for _, f := range p.Files {
		size += fset.File(f.FileStart).Size()
	}
	return sends[p.Types] || asks || size <= maxQuiet || p.Module == nil || p.Module.Main
}

func (a *audit) notAnalysed(p *Package) {
	reason := "it could not be typed"
	if len(p.Errors) > 0 {
		reason = p.Errors[0]
	}
	a.res.NotAnalysed = append(a.res.NotAnalysed, NotAnalysed{Package: p.Types.Path(), Reason: reason})
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

// add merges what an engine found into the result: behaviours with the same ID
// are one, with the worst verdict.
func (a *audit) add(e *engine, program string) {
	if e.fresh.Stopped() {
		a.res.NotAnalysed = append(a.res.NotAnalysed, NotAnalysed{program, "the evaluation was stopped at its work limit"})
	}
	a.asked(e)
	e.within = program == ""
	for _, run := range append(e.closed(), e.open) {
		for _, k := range run.SinkKeys() {
			a.reachedSinks[k] = true
		}
		for _, b := range run.Blind() {
			a.blind = append(a.blind, BlindSpot{b.Text, b.File, int(b.Pos.Line)})
		}
	}
	found := e.behaviours()
	if program == "" {
		found = inPackage(found, a.audited)
	}
	for _, b := range found {
		if program != "" {
			b.Programs = []string{program}
		}
		a.all = merge(a.all, b)
	}
}

// asked notes which of the switches that the user set a program asks for.
func (a *audit) asked(e *engine) {
	for i := range a.res.Assumptions {
		kind, key, _ := strings.Cut(a.res.Assumptions[i].Key, ":")
		for _, run := range append(e.closed(), e.open) {
			if run.Switch(eval.SwitchKey{Kind: kind, Key: key}) != nil {
				a.res.Assumptions[i].Unasked = false
			}
		}
	}
}

// inPackage keeps the behaviours of an audited package: a library's report is
// not about its dependencies.
func inPackage(all []Behaviour, audited map[string]bool) []Behaviour {
	var out []Behaviour
	for _, b := range all {
		if audited[b.Site.Package] || b.SDK != "" {
			out = append(out, b)
		}
	}
	return out
}

func merge(all []Behaviour, b Behaviour) []Behaviour {
	for i := range all {
		if all[i].ID != b.ID || all[i].Site.Line != b.Site.Line || all[i].Site.File != b.Site.File {
			continue
		}
		programs := append(append([]string(nil), all[i].Programs...), b.Programs...)
		paths, notHeld := all[i].Paths+b.Paths, unionNotHeld(all[i].NotHeld, b.NotHeld)
		all[i] = worse(all[i], b)
		all[i].Programs, all[i].Paths, all[i].NotHeld = programs, paths, notHeld
		return all
	}
	return append(all, b)
}

// finish sorts the behaviours and gives those of several programs that share
// an ID different ones.
func (a *audit) finish() {
	sort.SliceStable(a.all, func(i, j int) bool {
		x, y := a.all[i].Site, a.all[j].Site
		if x.File != y.File {
			return x.File < y.File
		}
		if x.Line != y.Line {
			return x.Line < y.Line
		}
		return a.all[i].ID < a.all[j].ID
	})
	a.res.Behaviours = a.all
	a.blindSpots()
	a.unreached()
}

// blindSpots lists the places that the evaluation could not look into: of the
// audited modules and of what their programs import.
func (a *audit) blindSpots() {
	for _, u := range a.prog.Units {
		for _, bl := range u.Blind {
			if bl.Pos.File >= 0 {
				a.res.BlindSpots = append(a.res.BlindSpots, BlindSpot{bl.Kind, u.Files[bl.Pos.File], int(bl.Pos.Line)})
			}
		}
	}
	a.res.BlindSpots = append(a.res.BlindSpots, a.blind...)
	sort.Slice(a.res.BlindSpots, func(i, j int) bool {
		x, y := a.res.BlindSpots[i], a.res.BlindSpots[j]
		if x.File != y.File {
			return x.File < y.File
		}
		return x.Line < y.Line || x.Line == y.Line && x.Kind < y.Kind
	})
	a.res.BlindSpots = slices.Compact(a.res.BlindSpots)
}

// unreached lists the calls of sinks in audited packages that no run reaches.
func (a *audit) unreached() {
	for _, site := range a.prog.SinkCalls(a.world, a.audited) {
		if a.reachedSinks[site.Key] {
			continue
		}
		path, name := splitSymbol(site.Key.Fn)
		a.res.Unreached = append(a.res.Unreached, Site{
			Package: path, Func: name, File: site.File, Line: int(site.Pos.Line), Column: int(site.Pos.Col), Call: site.Callee,
		})
	}
}
