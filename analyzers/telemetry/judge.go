package telemetry

import (
	_ "embed"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

//go:embed doc.go
var doc string

// Rule is the judgement without a driver.
var Rule = rule.Rule{Name: "telemetry", Doc: doc, Judge: judge}

// judge asks each question of the rule. All findings stand at the site.
func judge(b egress.Behaviour, pol *policy.Policy, ctx rule.Context) []rule.Finding {
	var found []rule.Finding
	for _, ask := range []rule.Question{consent, consentNotHeld, decoySwitch, late, blocking, thirdParty, hardWired} {
		if f, ok := ask(b, pol, ctx); ok {
			found = append(found, f)
		}
	}
	return found
}

// consent claims the behaviours that no switch stops, and those that nobody
// can decide.
func consent(b egress.Behaviour, _ *policy.Policy, ctx rule.Context) (rule.Finding, bool) {
	category, ok := rule.Consent(b, ctx)
	if !ok {
		return rule.Finding{}, false
	}
	at := ctx.Place(b)
	said, ok := sentence(category, b, at, ctx)
	if !ok {
		return rule.Finding{}, false // the optout rule's
	}
	return rule.Say(category, b, at, append(said, rule.Why(b))...), true
}

func sentence(category string, b egress.Behaviour, at egress.Place, ctx rule.Context) ([]string, bool) {
	what := rule.What(b)
	switch category {
	case rule.RefusalSent:
		return []string{what + " tells that the user refused", ctx.Named("refused at", *b.Refusal, at)}, true
	case rule.NoticeIsNotConsent:
		return []string{what + " after a notice, a marker or a delay, which are no consent",
			ctx.Named("notice at", *b.Notice, at), noSwitch(b)}, true
	case rule.InitTime:
		return []string{what + ", before any consent could be read", noSwitch(b)}, true
	case rule.NoConsent:
		return []string{what + " without anybody's consent", noSwitch(b)}, true
	case rule.Undecided:
		return []string{what + " may happen on a fresh install", why(b)}, true
	}
	return nil, false
}

// noSwitch says that nothing stops b, and names what pretends to.
func noSwitch(b egress.Behaviour) string {
	if pretend := decoys(b); len(pretend) > 0 {
		return "no switch stops it, " + string(pretend[0].Kind) + " " + pretend[0].Key + " neither"
	}
	return "no switch stops it"
}

func why(b egress.Behaviour) string {
	if b.Reason == "" {
		return "its condition could not be decided"
	}
	return "not decided because " + b.Reason
}
