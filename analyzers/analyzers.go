// Package analyzers is the suite: every rule as an analyzer for go vet and its
// relatives, and the same rules over a whole program for the audit.
package analyzers

import (
	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/codefetch"
	"github.com/optincheck/optincheck/analyzers/netscope"
	"github.com/optincheck/optincheck/analyzers/optout"
	"github.com/optincheck/optincheck/analyzers/telemetry"
	"github.com/optincheck/optincheck/analyzers/webasset"
	"github.com/optincheck/optincheck/policy"
)

// All returns the analyzers that go vet runs.
func All() []*analysis.Analyzer { return New(nil) }

// New returns the same analyzers for a given policy; nil means the one that go
// vet would find. No two sets of them run side by side.
func New(pol *policy.Policy) []*analysis.Analyzer {
	return []*analysis.Analyzer{
		// egress.Analyzer omitted: it reports nothing and is required by all.
		// policy/... omitted: no single package knows what the others need of
		// a policy; see Judge.
		codefetch.New(pol),
		netscope.New(pol),
		optout.New(pol),
		telemetry.New(pol),
		webasset.New(pol),
	}
}
