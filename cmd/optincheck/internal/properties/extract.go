package properties

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/known"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// extraction is what is known while the properties of one implementation are
// looked for.
type extraction struct {
	p       *flow.Program
	known   known.Table
	sources *egress.IdentitySources
	model   *situation.Model
	classes map[ssa.Value]situation.Class

	mints   []mint
	keeps   []keep
	carries []carry
	reports []event // requests that are there to report

	runs     map[string]*situation.Run
	off      *situation.Run // without consent
	toggle   *types.Var     // the field that says so, if one is
	gates    *gateway
	passed   map[ssa.Value]bool // that gateway has gone through
	eventsAt map[ssa.CallInstruction][]event
	marksOf  map[*ssa.Function]map[string]bool
	chainsOf map[*ssa.Function][]flow.Chain
}

// An Extractor finds properties.
type Extractor struct {
	known   known.Table
	sources *egress.IdentitySources
}

// NewExtractor reads what is known of functions.
func NewExtractor() (*Extractor, error) {
	table, err := known.Load()
	if err != nil {
		return nil, err
	}
	sources, err := egress.LoadIdentitySources()
	if err != nil {
		return nil, err
	}
	return &Extractor{table, sources}, nil
}

// Extract returns the properties of the implementation in some packages, each
// after those that it imports. Without an identifier in them there are none.
func (e *Extractor) Extract(fset *token.FileSet, pkgs []*egress.Package) []Property {
	x := e.extraction(fset, pkgs)
	x.tokens()
	if len(x.mints) == 0 {
		return nil
	}
	x.findReports()
	x.evaluate()
	return x.all()
}

func (e *Extractor) extraction(fset *token.FileSet, pkgs []*egress.Package) *extraction {
	x := &extraction{
		p: flow.New(fset, pkgs), known: e.known, sources: e.sources, classes: map[ssa.Value]situation.Class{},
		eventsAt: map[ssa.CallInstruction][]event{}, passed: map[ssa.Value]bool{}, marksOf: map[*ssa.Function]map[string]bool{}, chainsOf: map[*ssa.Function][]flow.Chain{},
	}
	x.model = &situation.Model{Program: x.p, Known: e.known, Library: true, Class: x.class}
	for _, pkg := range pkgs {
		if pkg.Main {
			x.model.Library = false
		}
	}
	return x
}
