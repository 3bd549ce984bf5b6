package telemetry

import (
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

const notHeld = "telemetry/consent-not-held"

// consentNotHeld claims what happens although a consent that the policy names
// for it is not given.
func consentNotHeld(b egress.Behaviour, _ *policy.Policy, ctx rule.Context) (rule.Finding, bool) {
	if len(b.NotHeld) == 0 {
		return rule.Finding{}, false
	}
	at := ctx.Place(b)
	said := []string{rule.What(b) + " does not need what Function " + b.Scope + " of the policy claims"}
	for _, no := range b.NotHeld {
		said = append(said, refuted(no), remains(no.Path, b.Site.Package, ctx))
	}
	return rule.Say(notHeld, b, at, said...), true
}

// refuted says how it happens without a consent.
func refuted(no egress.NotHeld) string {
	c := no.Claim
	name := "Consent " + c.Consent
	switch what := string(c.Kind) + " " + c.Key; {
	case !no.Asked:
		return name + ": nothing asks for " + what
	case no.Unset && c.Kind == egress.Function:
		return name + ": it happens where " + what + " says no, and everything else is granted"
	case no.Unset:
		return name + ": it happens while " + what + " is not set, and everything else is granted"
	}
	how := ", which Grants does not list,"
	if c.Default == policy.DefaultVeto {
		how = ", which refuses,"
	}
	s := egress.Switch{Kind: c.Kind, Key: c.Key, Value: no.Value}
	return name + ": it happens at " + rule.Setting(s) + how + " where everything else is granted"
}
