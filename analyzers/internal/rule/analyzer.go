package rule

import (
	"path/filepath"

	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/internal/discover"
	"github.com/optincheck/optincheck/policy"
)

// documentation is where the packages of the rules are documented.
const documentation = "https://pkg.go.dev/github.com/optincheck/optincheck/analyzers/"

// Analyzer makes r an analyzer that judges one package at a time. A nil policy
// means the one that holds for the package, as under go vet. The fact is an
// empty type of the rule's own: drivers run an analyzer on dependencies only
// if it declares one, and no two analyzers may declare the same.
func Analyzer(r Rule, fact analysis.Fact, pol *policy.Policy) *analysis.Analyzer {
	return &analysis.Analyzer{
		Name:      r.Name,
		Doc:       ParseDocs(r.Doc, r.Name).Summary,
		URL:       documentation + r.Name,
		Requires:  []*analysis.Analyzer{egress.Analyzer},
		FactTypes: []analysis.Fact{fact},
		Run: func(pass *analysis.Pass) (any, error) {
			return nil, run(pass, r, pol)
		},
	}
}

func run(pass *analysis.Pass, r Rule, pol *policy.Policy) error {
	res := pass.ResultOf[egress.Analyzer].(*egress.Result)
	if len(res.Behaviours) == 0 && len(res.Web) == 0 {
		return nil // fast path: nearly every package
	}
	if pol == nil {
		var err error
		if pol, err = policyOf(pass); err != nil {
			return err
		}
	}
	found := diagnose(pass, r, counted(pass, res.Behaviours, pol), pol)
	for _, d := range append(found, diagnoseWeb(pass, r, res.Web, pol)...) {
		pass.Report(d)
	}
	return nil
}

// counted returns the behaviours that count where the policy names the
// programs: a package that is none of them has no callers outside, so what it
// does is decided at the call, but for its initialisation.
func counted(pass *analysis.Pass, all []egress.Behaviour, pol *policy.Policy) []egress.Behaviour {
	if len(pol.Header.Programs) == 0 || pol.IsProgram(pass.Pkg.Path()) {
		return all
	}
	var out []egress.Behaviour
	for _, b := range all {
		if b.Trigger == "init" && pass.Pkg.Name() != "main" {
			out = append(out, b)
		}
	}
	return out
}

// policyOf returns the policy that holds for the pass's package.
func policyOf(pass *analysis.Pass) (*policy.Policy, error) {
	var module, version string
	if pass.Module != nil {
		module, version = pass.Module.Path, pass.Module.Version
	}
	file := pass.Fset.Position(pass.Files[0].Package).Filename
	return discover.For(discover.FromOS(), module, version, filepath.Dir(file))
}
