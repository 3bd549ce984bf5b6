package optout

import (
	_ "embed"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

//go:embed doc.go
var doc string

// Rule is the judgement without a driver.
var Rule = rule.Rule{Name: "optout", Doc: doc, Judge: judge}

// judge claims the behaviours that a switch stops.
func judge(b egress.Behaviour, _ *policy.Policy, ctx rule.Context) []rule.Finding {
	category, _ := rule.Consent(b, ctx)
	switch category {
	case rule.SelfGranted:
		return []rule.Finding{selfGranted(b, ctx)}
	case rule.PromptDefaultYes:
		return []rule.Finding{promptDefaultYes(b, ctx)}
	case rule.OptOutEnvOnly:
		return []rule.Finding{envOnly(b, ctx)}
	case rule.DefaultOn:
		return []rule.Finding{defaultOn(b, ctx)}
	}
	return nil // no finding, or the telemetry rule's
}

func selfGranted(b egress.Behaviour, ctx rule.Context) rule.Finding {
	at := ctx.Place(b)
	return rule.Say(rule.SelfGranted, b, at,
		rule.What(b)+" with a consent that the program writes itself",
		ctx.Named("written at", *b.Notice, at),
		rule.Stopping(b),
		rule.Bypass(b),
		rule.Why(b))
}

func promptDefaultYes(b egress.Behaviour, ctx rule.Context) rule.Finding {
	prompt := first(rule.Stops(b), func(s egress.Switch) bool { return s.Kind == egress.Prompt })
	at := ctx.Place(b, prompt.DecidedAt)
	return rule.Say(rule.PromptDefaultYes, b, at,
		rule.What(b)+" after an empty answer to prompt "+prompt.Key,
		ctx.Named("decided at", prompt.DecidedAt, at),
		rule.Stopping(b),
		rule.Bypass(b),
		rule.Why(b))
}

func envOnly(b egress.Behaviour, ctx rule.Context) rule.Finding {
	stops := rule.Stops(b)
	decided := stops[0].DecidedAt
	at := ctx.Place(b, decided)
	return rule.Say(rule.OptOutEnvOnly, b, at,
		rule.What(b)+" unless "+rule.Settings(b, stops),
		"an unset variable is no consent",
		ctx.Named("decided at", decided, at),
		rule.Bypass(b),
		rule.Why(b))
}

func defaultOn(b egress.Behaviour, ctx rule.Context) rule.Finding {
	s := defaulted(rule.Stops(b), ctx)
	at := ctx.Place(b, s.DefaultAt, s.DecidedAt)
	return rule.Say(rule.DefaultOn, b, at,
		rule.What(b)+" by default"+defaultOf(s),
		ctx.Named("default set at", s.DefaultAt, at),
		ctx.Named("decided at", s.DecidedAt, at),
		rule.Stopping(b),
		rule.Bypass(b),
		rule.Why(b))
}

// defaulted chooses the switch whose default is to blame: one that has a
// default of its own, which an environment variable has not, and best one
// whose default stands in the analysed code, where it can be changed.
func defaulted(stops []egress.Switch, ctx rule.Context) egress.Switch {
	ofItsOwn := func(s egress.Switch) bool { return s.Kind != egress.Env }
	near := func(s egress.Switch) bool {
		return ofItsOwn(s) && ctx.Place(egress.Behaviour{}, s.DefaultAt) == s.DefaultAt && s.DefaultAt.Line > 0
	}
	if s := first(stops, near); s.Key != "" {
		return s
	}
	return first(stops, ofItsOwn)
}

func defaultOf(s egress.Switch) string {
	switch {
	case s.Default != "":
		return ": " + string(s.Kind) + " " + s.Key + " defaults to " + s.Default
	case s.Kind == egress.Flag || s.Kind == egress.Config:
		return ": " + string(s.Kind) + " " + s.Key + " lets it while unset"
	}
	return "" // no command was given, no file is there: nothing has a default
}

func first(switches []egress.Switch, fits func(egress.Switch) bool) egress.Switch {
	for _, s := range switches {
		if fits(s) {
			return s
		}
	}
	return egress.Switch{}
}
