package identity

import (
	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

// Analyzer judges with the policy that go vet would find.
var Analyzer = New(nil)

// New returns the analyzer for a given policy; nil means the one that go vet
// would find.
func New(pol *policy.Policy) *analysis.Analyzer {
	return rule.Analyzer(Rule, new(passed), pol)
}

// passed is the empty fact type that makes drivers such as nogo run the
// analyzer, and with it egress, on dependencies.
type passed struct{}

func (*passed) AFact()         {}
func (*passed) String() string { return "identity" }
