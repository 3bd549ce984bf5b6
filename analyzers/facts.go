package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// ForFacts returns the analyzers that go vet runs on packages that nobody asked
// about: of the same names, flags and facts as those of All, and nothing is
// evaluated, since nothing would be shown.
func ForFacts() []*analysis.Analyzer {
	all := All()
	for i, a := range all {
		all[i] = &analysis.Analyzer{
			Name:      a.Name,
			Doc:       a.Doc,
			URL:       a.URL,
			Flags:     a.Flags,
			Requires:  []*analysis.Analyzer{egress.Facts},
			FactTypes: a.FactTypes,
			Run:       func(*analysis.Pass) (any, error) { return nil, nil },
		}
	}
	return all
}
