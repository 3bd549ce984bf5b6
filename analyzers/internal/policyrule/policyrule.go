package policyrule

import (
	_ "embed"
	"fmt"
	"time"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

// Doc is the documentation of the findings.
//
//go:embed doc.go
var Doc string

// Name is the rule's half of the findings' names.
const Name = "policy"

const (
	unusedParagraph    = "policy/unused-paragraph"
	unusedOverride     = "policy/unused-override"
	mismatchedOverride = "policy/mismatched-override"
	expiredOverride    = "policy/expired-override"
	defaultOn          = "policy/default-on"
)

// Judge holds pol against what the run needed of it. Unless the run saw the
// whole module, nothing is called unused.
func Judge(pol *policy.Policy, use *rule.Use, whole bool, today time.Time) []rule.Finding {
	var findings []rule.Finding
	for i := range pol.Functions {
		if f := &pol.Functions[i]; whole && !use.Functions[f] && allowsAnything(f) {
			findings = append(findings, say(unusedParagraph, f.At("Function"),
				"Function %s covers no request; remove the paragraph or correct its Scope", f.Name))
		}
	}
	for i := range pol.Consents {
		findings = append(findings, consent(pol, &pol.Consents[i], whole)...)
	}
	for i := range pol.Overrides {
		findings = append(findings, override(&pol.Overrides[i], use, whole, today)...)
	}
	return findings
}

func consent(pol *policy.Policy, c *policy.Consent, whole bool) []rule.Finding {
	var findings []rule.Finding
	if c.Default == policy.DefaultOn {
		findings = append(findings, say(defaultOn, c.At("Default"),
			"Consent %s is on until somebody says no; make it off in the program, then here", c.Name))
	}
	if whole && !named(pol, c.Name) {
		findings = append(findings, say(unusedParagraph, c.At("Consent"),
			"Consent %s is named by no Function; remove the paragraph or name it", c.Name))
	}
	return findings
}

func override(o *policy.Override, use *rule.Use, whole bool, today time.Time) []rule.Finding {
	message, mismatched := use.Mismatched[o]
	switch {
	case o.ExpiredOn(today):
		return []rule.Finding{say(expiredOverride, o.At("Expires"),
			"Override %s expired on %s; remove the paragraph, or justify a new date", o.Finding, o.Expires.Format(time.DateOnly))}
	case use.Overrides[o] || !whole:
		return nil
	case mismatched:
		return []rule.Finding{say(mismatchedOverride, o.At("Override"),
			"Override %s fits no finding by its Scope and Context; the first one of that name says %q", o.Finding, message)}
	}
	return []rule.Finding{say(unusedOverride, o.At("Override"),
		"Override %s accepts a finding that does not occur; remove the paragraph", o.Finding)}
}

// allowsAnything reports whether f allows a request that would be seen.
func allowsAnything(f *policy.Function) bool {
	for _, h := range f.Hosts {
		if h.Value != policy.HostNone && h.Value != policy.HostLoopback {
			return true
		}
	}
	return false
}

func named(pol *policy.Policy, consent string) bool {
	for i := range pol.Functions {
		for _, c := range pol.Functions[i].Consent {
			if c.Value == consent {
				return true
			}
		}
	}
	return false
}

func say(category string, at policy.Position, format string, args ...any) rule.Finding {
	place := egress.Place{File: at.File, Line: at.Line, Column: at.Column}
	return rule.Say(category, egress.Behaviour{}, place, fmt.Sprintf(format, args...))
}
