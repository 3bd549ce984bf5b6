package telemetry

import (
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

const lateConsent = "telemetry/late-consent"

// late claims what is fetched or looked up before the gate that stands in front
// of what it is for.
func late(b egress.Behaviour, _ *policy.Policy, ctx rule.Context) (rule.Finding, bool) {
	if b.Ahead == nil || !unasked(b) {
		return rule.Finding{}, false
	}
	at := ctx.Place(b)
	return rule.Say(lateConsent, b, at,
		rule.What(b)+" prepares what needs a yes, and does not wait for it",
		ctx.Named("the gate stands at", *b.Ahead, at)), true
}
