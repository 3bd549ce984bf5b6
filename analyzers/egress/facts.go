package egress

import (
	"fmt"
	"sort"

	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// units is the fact about a package: its unit and those of what it imports,
// since facts of indirect imports do not reach every driver.
type units struct{ Data []byte }

func (*units) AFact() {}

func (u *units) String() string { return fmt.Sprintf("%d bytes of units", len(u.Data)) }

// A library is the units that came with the imports of one package. They are
// opened only where something is evaluated.
type library struct {
	byPath  map[string]*ir.Packed
	reaches map[string]bool // functions that may reach a sink
	carries map[string]bool // those of them that take a destination
}

// imported reads the facts of the direct imports.
func imported(pass *analysis.Pass) (*library, error) {
	lib := &library{byPath: map[string]*ir.Packed{}, reaches: map[string]bool{}, carries: map[string]bool{}}
	for _, imp := range pass.Pkg.Imports() {
		var fact units
		if !pass.ImportPackageFact(imp, &fact) {
			continue
		}
		all, err := ir.DecodeAll(fact.Data)
		if err != nil {
			return nil, err
		}
		for _, p := range all {
			lib.add(p)
		}
	}
	return lib, nil
}

func (lib *library) add(p *ir.Packed) {
	if lib.byPath[p.Path] != nil {
		return
	}
	lib.byPath[p.Path] = p
	for _, s := range p.Reaches {
		lib.reaches[s] = true
	}
	for _, s := range p.Carries {
		lib.carries[s] = true
	}
}

// export makes the library and the package's own unit the package's fact.
func (lib *library) export(pass *analysis.Pass, own *ir.Packed) {
	if pass.Pkg.Name() == "main" {
		return // nobody imports it
	}
	all := []*ir.Packed{own}
	for _, p := range lib.byPath {
		if p.Path != own.Path {
			all = append(all, p)
		}
	}
	pass.ExportPackageFact(&units{ir.EncodeAll(all)})
}

// open returns all units, in the order of their paths.
func (lib *library) open() ([]*ir.Unit, error) {
	paths := make([]string, 0, len(lib.byPath))
	for p := range lib.byPath {
		paths = append(paths, p)
	}
	sort.Strings(paths)
	out := make([]*ir.Unit, 0, len(paths))
	for _, p := range paths {
		u, err := lib.byPath[p].Unpack()
		if err != nil {
			return nil, err
		}
		out = append(out, u)
	}
	return out, nil
}
