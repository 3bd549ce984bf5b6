package load

import (
	"go/parser"
	"go/token"
	"slices"
)

// With returns the program as it would be if files had other text, by the names
// that positions give them. The go command is not asked again: a file may import
// nothing new but what the program imports somewhere, and package os. What does
// not compile is listed in NotAnalysed.
func (p *Program) With(edited map[string][]byte) *Program {
	g := &graph{cfg: p.graph.cfg, names: p.names, byID: map[string]*node{}}
	for id, n := range p.graph.byID {
		if n == nil {
			g.byID[id] = nil // of the standard library
		}
	}
	fset := p.Fset
	for _, n := range p.graph.nodes { // dependencies first
		again := n.with(g, fset, edited)
		g.nodes = append(g.nodes, again)
		g.byID[n.meta.ID] = again
	}
	g.check(fset, p.std, p.sizes)
	prog := g.program(fset, goVars{GOOS: p.Goos, GOARCH: p.Goarch})
	prog.graph, prog.std, prog.sizes = g, p.std, p.sizes
	return prog
}

// with returns the node itself if nothing that it is made of has changed, else
// one that is to be checked again.
func (n *node) with(g *graph, fset *token.FileSet, edited map[string][]byte) *node {
	out := *n.out
	again := &node{meta: n.meta, out: &out, files: n.files, fake: n.fake, changed: n.changed, done: make(chan struct{})}
	out.Errors = slices.Clone(n.out.Errors[:n.untyped])
	out.Files = slices.Clone(out.Files)
	stale := false
	for i, f := range out.Files {
		if text, ok := edited[fset.File(f.FileStart).Name()]; ok {
			var err error
			out.Files[i], err = parser.ParseFile(fset, fset.File(f.FileStart).Name(), text, parser.ParseComments|parser.SkipObjectResolution)
			again.unreadable(err)
			stale, again.changed = true, true
		}
	}
	for _, imp := range n.meta.Imports {
		dep := g.byID[imp.ID]
		stale = stale || dep != nil && !dep.ready()
	}
	if !stale {
		return n
	}
	return again
}

// ready reports whether the package was checked.
func (n *node) ready() bool {
	select {
	case <-n.done:
		return true
	default:
		return false
	}
}
