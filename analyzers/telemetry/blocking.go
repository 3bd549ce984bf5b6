package telemetry

import (
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

const blockingReport = "telemetry/blocking"

// blocking claims the declared reports that somebody allowed, and that can hold
// up the program.
func blocking(b egress.Behaviour, pol *policy.Policy, ctx rule.Context) (rule.Finding, bool) {
	if !b.Waits && b.Ends == nil || b.Purpose == policy.Primary || b.UserInitiated || rule.Covering(b, pol) == nil {
		return rule.Finding{}, false
	}
	at := ctx.Place(b)
	waits, ends := "", ""
	if b.Waits {
		waits = "the program waits for it, without a time limit"
	}
	if b.Ends != nil {
		ends = "where it fails, the program ends"
		if place := ctx.Named("at", *b.Ends, at); place != "" {
			ends += " " + place
		}
	}
	return rule.Say(blockingReport, b, at, rule.What(b)+" can hold up the program", waits, ends), true
}
