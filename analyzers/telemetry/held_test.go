package telemetry_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/analyzers/telemetry"
	"github.com/optincheck/optincheck/policy"
)

// What a finding says of a consent that is claimed and not needed.
func TestConsentNotHeld(t *testing.T) {
	flag := egress.Claim{Consent: "yes", Kind: egress.Flag, Key: "crash-reports", Default: policy.DefaultOff}
	veto := egress.Claim{Consent: "no-veto", Kind: egress.Env, Key: "DO_NOT_TRACK", Default: policy.DefaultVeto}
	gate := egress.Claim{Consent: "gate", Kind: egress.Function, Key: "./crash:allowed", Default: policy.DefaultOff}
	const begin = "crash report to crash.example.org does not need what Function crashes of the policy claims; "
	for _, test := range []struct {
		name string
		no   egress.NotHeld
		want string
	}{
		{"not set", egress.NotHeld{Claim: flag, Asked: true, Unset: true},
			"Consent yes: it happens while flag crash-reports is not set, and everything else is granted"},
		{"at another value", egress.NotHeld{Claim: flag, Asked: true, Value: "maybe"},
			"Consent yes: it happens at flag crash-reports=maybe, which Grants does not list, where everything else is granted"},
		{"at a value that refuses", egress.NotHeld{Claim: veto, Asked: true, Value: "1"},
			"Consent no-veto: it happens at env DO_NOT_TRACK=1, which refuses, where everything else is granted"},
		{"never asked", egress.NotHeld{Claim: veto, Unset: true}, "Consent no-veto: nothing asks for env DO_NOT_TRACK"},
		{"a gate that says no", egress.NotHeld{Claim: gate, Asked: true, Unset: true},
			"Consent gate: it happens where function ./crash:allowed says no, and everything else is granted"},
	} {
		b := report(func(b *egress.Behaviour) {
			b.Verdict, b.Scope, b.NotHeld = egress.OptIn, "crashes", []egress.NotHeld{test.no}
		})
		var got []string
		for _, f := range telemetry.Rule.Judge(b, policy.Builtin(), rule.Context{}) {
			got = append(got, f.Message)
		}
		if diff := cmp.Diff([]string{begin + test.want + " (telemetry/consent-not-held)"}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}
