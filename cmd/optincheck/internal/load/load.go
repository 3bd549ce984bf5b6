package load

import (
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// A Config says what to load, and for which build.
type Config struct {
	Dir          string   // working directory; "" is the current one
	Env          []string // environment; nil is the process's own
	Patterns     []string // as the go command takes them
	Goos, Goarch string   // "" is what the go command says
	Tags         []string // build tags
	Tests        bool     // load tests too

	Progress func(string) // told what happens next; may be nil

	modfile string // is read instead of go.mod
}

// A Program is what was loaded.
type Program struct {
	Dir          string // working directory
	Fset         *token.FileSet
	Packages     []*egress.Package    // outside the standard library, dependencies first
	NotAnalysed  []egress.NotAnalysed // by import path
	Goos, Goarch string
	Modules      []egress.Module // main modules of the matched packages, by path
	names        *namer
	inside       map[string]bool // names of the files of main modules
	graph        *graph
	std          map[string]*types.Package
	sizes        types.Sizes
}

// Inside reports whether a file, by the name that positions give it, is of the
// audited modules, or of the matched packages outside module mode.
func (p *Program) Inside(name string) bool { return p.inside[name] }

// Root returns the directory that the names of files of main modules are
// relative to.
func (p *Program) Root() string { return p.names.root }

// Path returns the file behind a name that positions or Name give, and whether
// there is one.
func (p *Program) Path(name string) (string, bool) {
	path, ok := p.names.files[name]
	return path, ok
}

// Source returns the text of a file by the name that positions give it, or of
// a file that Name has named.
func (p *Program) Source(name string) ([]byte, error) {
	path, ok := p.names.files[name]
	if !ok {
		return nil, os.ErrNotExist
	}
	return os.ReadFile(path)
}

// Name names a file that is not of a package as positions would: relative to
// the root of the audited module.
func (p *Program) Name(path string) string {
	name := filepath.ToSlash(path)
	if rel, err := filepath.Rel(p.names.root, path); err == nil {
		name = filepath.ToSlash(rel)
	}
	p.names.files[name] = path
	return name
}

// Load loads the packages that match the patterns, and all that they import.
func Load(cfg Config) (*Program, error) {
	if cfg.Progress == nil {
		cfg.Progress = func(string) {}
	}
	dir, err := filepath.Abs(cfg.Dir)
	if err != nil {
		return nil, err
	}
	cfg.Dir = dir
	env, err := goEnv(&cfg)
	if err != nil {
		return nil, err
	}

	cfg.Progress("listing packages")
	roots, notes, done, err := listWhatCan(&cfg)
	defer done()
	if err != nil {
		return nil, err
	}
	g := newGraph(&cfg, env, roots)
	if err := g.nothing(); err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	cfg.Progress("parsing")
	g.read(g.nodes)
	if err := g.cgo(); err != nil {
		return nil, err
	}
	g.parse(fset)
	cfg.Progress("reading the standard library")
	std, err := g.standard(fset)
	if err != nil {
		return nil, err
	}
	cfg.Progress("checking types")
	sizes := types.SizesFor("gc", env.GOARCH)
	g.check(fset, std, sizes)

	prog := g.program(fset, env)
	prog.graph, prog.std, prog.sizes = g, std, sizes
	prog.NotAnalysed = append(notes, prog.NotAnalysed...)
	return prog, nil
}

// listWhatCan lists the packages that match, where need be by a copy of go.mod
// that asks for less; notes say what for. The copies are removed by done.
func listWhatCan(cfg *Config) (roots []*packages.Package, notes []egress.NotAnalysed, done func(), err error) {
	var copies []func()
	done = func() {
		for _, remove := range copies {
			remove()
		}
	}
	roots, err = listRoots(cfg)
	for n := 0; err != nil && n <= maxLacking; n++ {
		note, remove, failed := newer(cfg, err)
		if failed != nil {
			note, remove, failed = missing(cfg, err)
		}
		if failed != nil {
			return nil, nil, done, failed
		}
		notes, copies = append(notes, note), append(copies, remove)
		roots, err = listRoots(cfg)
	}
	return roots, notes, done, err
}

// listRoots lists the packages that match the patterns.
func listRoots(cfg *Config) ([]*packages.Package, error) {
	mode := packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps | packages.NeedModule | packages.NeedEmbedFiles
	roots, err := list(cfg, token.NewFileSet(), mode, cfg.Patterns)
	if err == nil && len(roots) == 1 && len(roots[0].GoFiles) == 0 && len(roots[0].Errors) == 1 {
		if said := roots[0].Errors[0].Msg; lacking.MatchString(said) { // not of a package, but of all
			return nil, &ListError{said}
		}
	}
	return roots, err
}

// program gathers what was loaded.
func (g *graph) program(fset *token.FileSet, env goVars) *Program {
	prog := &Program{
		Dir: g.cfg.Dir, Fset: fset, Goos: env.GOOS, Goarch: env.GOARCH, Modules: g.modules(),
		names: g.names, inside: map[string]bool{},
	}
	for _, n := range g.nodes {
		own := n.out.Module != nil && n.out.Module.Main || n.out.Module == nil && n.out.Matched
		for _, file := range n.out.Files {
			prog.inside[fset.File(file.FileStart).Name()] = own
		}
		if !n.absent() {
			prog.Packages = append(prog.Packages, n.out)
		}
		if reason := n.reason(); reason != "" {
			prog.NotAnalysed = append(prog.NotAnalysed, egress.NotAnalysed{Package: n.meta.PkgPath, Reason: reason})
		}
	}
	slices.SortFunc(prog.NotAnalysed, func(a, b egress.NotAnalysed) int { return strings.Compare(a.Package, b.Package) })
	return prog
}
