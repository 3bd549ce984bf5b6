package load

import (
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// A graph is the packages outside the standard library, dependencies first.
type graph struct {
	cfg   *Config
	nodes []*node
	byID  map[string]*node // as the go command names packages; also those of the standard library, as nil
	names *namer
}

// A node is one package on its way to becoming typed.
type node struct {
	meta    *packages.Package
	out     *egress.Package
	files   []string      // what to parse
	sources []*source     // while they are parsed
	fake    bool          // cgo was not run: import "C" is checked loosely
	changed bool          // a file has another text than the go command saw
	untyped int           // how many of out.Errors were there before types were checked
	done    chan struct{} // closed when out.Types is there
}

// absent reports whether there is nothing of the package.
func (n *node) absent() bool { return len(n.files) == 0 }

// reason says in one line why the package is not analysed whole; "" if it is.
func (n *node) reason() string { return summary(n.out.Errors) }

func newGraph(cfg *Config, env goVars, roots []*packages.Package) *graph {
	g := &graph{cfg: cfg, byID: map[string]*node{}}
	std := filepath.Join(env.GOROOT, "src")
	matched := map[*packages.Package]bool{}
	for _, root := range roots {
		matched[root] = true
	}
	var mains []string
	packages.Visit(roots, nil, func(pkg *packages.Package) { // post-order, imports sorted
		if pkg.PkgPath == "unsafe" || pkg.Dir != "" && within(std, pkg.Dir) {
			g.byID[pkg.ID] = nil
			return
		}
		n := &node{meta: pkg, files: pkg.GoFiles, done: make(chan struct{})}
		n.out = &egress.Package{Dir: pkg.Dir, Module: moduleOf(pkg), Matched: matched[pkg]}
		n.out.Main = n.out.Matched && pkg.Name == "main"
		if m := n.out.Module; m != nil && m.Main && !slices.Contains(mains, m.Dir) {
			mains = append(mains, m.Dir)
		}
		g.nodes = append(g.nodes, n)
		g.byID[pkg.ID] = n
	})
	slices.Sort(mains)
	g.names = newNamer(cfg.Dir, mains)
	for _, n := range g.nodes {
		g.describe(n)
	}
	return g
}

// describe fills in what listing alone says about a package.
func (g *graph) describe(n *node) {
	for _, err := range n.meta.Errors {
		n.out.Errors = append(n.out.Errors, g.listed(n.meta, err))
	}
	for _, file := range n.meta.IgnoredFiles {
		base := filepath.Base(file)
		// The go command also lists here what no build ever sees.
		if strings.HasPrefix(base, "_") || strings.HasPrefix(base, ".") || filepath.Ext(base) != ".go" {
			continue
		}
		if g.cfg.Tests || !strings.HasSuffix(base, "_test.go") {
			n.out.Ignored = append(n.out.Ignored, g.names.name(n.meta, file))
		}
	}
	// With tests, a package that is built again with its test files is
	// audited in that form; the plain one is there for its importers.
	if variant := g.byID[n.meta.ID+" ["+n.meta.ID+".test]"]; variant != nil {
		n.out.Matched, n.out.Main = false, false
	}
}

func moduleOf(pkg *packages.Package) *egress.Module {
	if pkg.Module == nil {
		return nil
	}
	return &egress.Module{Path: pkg.Module.Path, Version: pkg.Module.Version, Dir: pkg.Module.Dir, Main: pkg.Module.Main}
}

// modules lists the main modules of the matched packages.
func (g *graph) modules() []egress.Module {
	byPath := map[string]egress.Module{}
	for _, n := range g.nodes {
		if m := n.out.Module; n.out.Matched && m != nil && m.Main {
			byPath[m.Path] = *m
		}
	}
	var modules []egress.Module
	for _, path := range slices.Sorted(maps.Keys(byPath)) {
		modules = append(modules, byPath[path])
	}
	return modules
}

// A NothingError says that the patterns match nothing that can be audited.
type NothingError struct {
	Patterns []string
	Reasons  []string // why, if the go command says
}

func (e *NothingError) Error() string {
	text := "no packages match " + strings.Join(e.Patterns, " ")
	if len(e.Reasons) > 0 {
		text += ": " + strings.Join(e.Reasons, "; ")
	}
	return text
}

// nothing returns an error if no matched package has a file.
func (g *graph) nothing() error {
	err := &NothingError{Patterns: g.cfg.Patterns}
	for _, n := range g.nodes {
		if !n.out.Matched {
			continue
		}
		if !n.absent() {
			return nil
		}
		if reason := n.reason(); reason != "" {
			err.Reasons = append(err.Reasons, reason)
		}
	}
	if len(g.nodes) == 0 && len(g.byID) > 0 {
		err.Reasons = []string{"the standard library is taken as known and is not audited"}
	}
	return err
}
