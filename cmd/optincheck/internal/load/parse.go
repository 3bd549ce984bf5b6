package load

import (
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
	"runtime"
	"sync"
)

// A source is one file to parse. Its base in the file set is fixed before
// parsing, so that positions do not depend on which worker is first.
type source struct {
	path string // on this machine
	name string // in positions
	text []byte
	base int
	file *token.File
	tree *ast.File
	err  error
}

// read reads the files of the packages.
func (g *graph) read(nodes []*node) {
	var sources []*source
	for _, n := range nodes {
		n.sources = nil
		names := g.names.names(n.meta, n.files)
		for i, path := range n.files {
			n.sources = append(n.sources, &source{path: path, name: names[i]})
		}
		sources = append(sources, n.sources...)
	}
	parallel(sources, func(s *source) { s.text, s.err = os.ReadFile(s.path) })
}

// parse parses what was read.
func (g *graph) parse(fset *token.FileSet) {
	var sources []*source
	base := 2 // the lowest that source.parse can reach
	for _, n := range g.nodes {
		for _, s := range n.sources {
			s.base = base
			base += len(s.text) + 1
			sources = append(sources, s)
		}
	}
	parallel(sources, (*source).parse)
	for _, n := range g.nodes {
		for _, s := range n.sources {
			if s.file != nil {
				fset.AddExistingFiles(s.file)
				n.out.Files = append(n.out.Files, s.tree)
			}
			n.unreadable(s.err)
		}
		n.sources = nil
	}
}

// parse parses the file at its base.
func (s *source) parse() {
	if s.err != nil {
		return
	}
	fset := token.NewFileSet()
	fset.AddFile("", -1, s.base-2) // pad: the next file starts at the base
	s.tree, s.err = parser.ParseFile(fset, s.name, s.text, parser.ParseComments|parser.SkipObjectResolution)
	s.file = fset.File(token.Pos(s.base))
	s.text = nil
}

// unreadable notes an error of reading or parsing, if there is one.
func (n *node) unreadable(err error) {
	switch err := err.(type) {
	case nil:
	case scanner.ErrorList:
		for _, e := range err {
			n.out.Errors = append(n.out.Errors, e.Error())
		}
	default:
		n.out.Errors = append(n.out.Errors, err.Error())
	}
}

// parallel calls f for each item, as many at once as there are processors.
func parallel[T any](items []T, f func(T)) {
	var wg sync.WaitGroup
	next := make(chan T)
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for item := range next {
				f(item)
			}
		})
	}
	for _, item := range items {
		next <- item
	}
	close(next)
	wg.Wait()
}
