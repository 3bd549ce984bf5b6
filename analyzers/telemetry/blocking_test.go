package telemetry_test

import (
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/analyzers/telemetry"
	"github.com/optincheck/optincheck/policy"
)

const allowed = `Format: https://optincheck.example/policy/1.0/
Module: example.org/x

Function: crashes
Scope: ./...
Purpose: crash
 Crash reports.
Hosts: crash.example.org
Consent: asked

Consent: asked
Kind: flag
Key: crash-reports
Grants: true
Default: off
`

func TestHoldsUpTheProgram(t *testing.T) {
	pol, err := policy.Parse("optin.policy", []byte(allowed))
	if err != nil {
		t.Fatal(err)
	}
	optIn := func(change func(b *egress.Behaviour)) egress.Behaviour {
		return report(func(b *egress.Behaviour) { b.Verdict = egress.OptIn; change(b) })
	}
	waits := optIn(func(b *egress.Behaviour) { b.Waits = true })
	for _, test := range []struct {
		name string
		b    egress.Behaviour
		want string
	}{
		{"it waits", waits, "crash report to crash.example.org can hold up the program; the program waits for it, without a time limit (telemetry/blocking)"},
		{"it ends the program", optIn(func(b *egress.Behaviour) { b.Ends = &before }), "crash report to crash.example.org can hold up the program; where it fails, the program ends at main.go:11 (telemetry/blocking)"},
		{"it ends the program where it stands", optIn(func(b *egress.Behaviour) { b.Ends = &site }), "crash report to crash.example.org can hold up the program; where it fails, the program ends (telemetry/blocking)"},
		{"it does neither", optIn(func(b *egress.Behaviour) {}), ""},
		{"a command asks for it", optIn(func(b *egress.Behaviour) { b.Waits, b.UserInitiated = true, true }), ""},
	} {
		f, _ := one(telemetry.Rule.Judge(rule.Resolve(test.b, pol), pol, rule.Context{}))
		if f.Message != test.want {
			t.Errorf("%s:\n got %s\nwant %s", test.name, f.Message, test.want)
		}
	}
	if got := found(waits, policy.Builtin()); got != "" {
		t.Errorf("found %s where nothing is declared", got)
	}
}
