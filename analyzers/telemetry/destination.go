package telemetry

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

// The findings about where a behaviour goes.
const (
	thirdPartyCollector     = "telemetry/third-party-collector"
	hardWiredInfrastructure = "telemetry/hard-wired-infrastructure"
)

// thirdParty claims what an analytics company gets without anybody's yes, for
// all that is known.
func thirdParty(b egress.Behaviour, pol *policy.Policy, ctx rule.Context) (rule.Finding, bool) {
	if b.Collector == "" || !unasked(b) || named(b, pol) {
		return rule.Finding{}, false
	}
	through := ""
	if b.SDK != "" {
		through = "through the SDK " + b.SDK
	}
	return rule.Say(thirdPartyCollector, b, ctx.Place(b),
		rule.What(b)+" goes to "+b.Collector+", who collects for others",
		through,
		"no Function paragraph of the policy names the host"), true
}

// hardWired claims requests to public services that the program chose by
// itself.
func hardWired(b egress.Behaviour, pol *policy.Policy, ctx rule.Context) (rule.Finding, bool) {
	if len(b.Infrastructure) == 0 || b.Verdict == egress.Unknown || !unasked(b) || named(b, pol) {
		return rule.Finding{}, false
	}
	return rule.Say(hardWiredInfrastructure, b, ctx.Place(b),
		rule.What(b)+" is written into the program",
		"public infrastructure: "+strings.Join(b.Infrastructure, ", "),
		"ask the system or the user instead"), true
}

// unasked reports whether b may happen on a fresh install, as far as this
// package or program decides it.
func unasked(b egress.Behaviour) bool { return b.Verdict != egress.OptIn && !b.Caller }

// named reports whether the policy names every host of b.
func named(b egress.Behaviour, pol *policy.Policy) bool {
	fn := rule.Covering(b, pol)
	return fn != nil && rule.Denied(b.Hosts, fn) == ""
}
