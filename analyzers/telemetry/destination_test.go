package telemetry_test

import (
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/analyzers/telemetry"
	"github.com/optincheck/optincheck/policy"
)

const declared = `Format: https://optincheck.example/policy/1.0/
Module: example.org/x

Function: probe
Scope: ./...
Purpose: primary
 Tells whether there is a network.
Hosts: crash.example.org 8.8.8.8
`

// found returns the categories of what the rule says of b.
func found(b egress.Behaviour, pol *policy.Policy) string {
	var names []string
	for _, f := range telemetry.Rule.Judge(rule.Resolve(b, pol), pol, rule.Context{}) {
		names = append(names, f.Rule)
	}
	return strings.Join(names, " ")
}

func TestWhereItGoes(t *testing.T) {
	pol, err := policy.Parse("optin.policy", []byte(declared))
	if err != nil {
		t.Fatal(err)
	}
	collector := func(b *egress.Behaviour) { b.Collector = "Sentry" }
	public := func(b *egress.Behaviour) {
		b.Purpose, b.Hosts, b.Infrastructure = policy.UnknownPurpose, []string{"8.8.8.8"}, []string{"8.8.8.8 of Google"}
	}
	for _, test := range []struct {
		name          string
		what, and     func(b *egress.Behaviour)
		builtin, told string // under the built-in policy, and under one that names the host
	}{
		{"a company", collector, nil, "telemetry/no-consent telemetry/third-party-collector", ""},
		{"a company, by default", collector, func(b *egress.Behaviour) { b.Verdict = egress.OptOut }, "telemetry/third-party-collector", ""},
		{"a company, undecided", collector, func(b *egress.Behaviour) { b.Verdict = egress.Unknown }, "telemetry/undecided telemetry/third-party-collector", ""},
		{"a company, after a yes", collector, func(b *egress.Behaviour) { b.Verdict = egress.OptIn }, "", ""},
		{"a company, if the caller says so", collector, func(b *egress.Behaviour) { b.Caller = true }, "", ""},
		{"a company, another host", collector, func(b *egress.Behaviour) { b.Hosts = []string{"o1.sentry.example"} }, "telemetry/no-consent telemetry/third-party-collector", "telemetry/third-party-collector"},
		{"a public resolver", public, nil, "telemetry/hard-wired-infrastructure", ""},
		{"a public resolver, by default", public, func(b *egress.Behaviour) { b.Verdict = egress.OptOut }, "telemetry/hard-wired-infrastructure", ""},
		{"a public resolver, undecided", public, func(b *egress.Behaviour) { b.Verdict = egress.Unknown }, "", ""},
		{"a public resolver, after a yes", public, func(b *egress.Behaviour) { b.Verdict = egress.OptIn }, "", ""},
	} {
		b := report(func(b *egress.Behaviour) {
			test.what(b)
			if test.and != nil {
				test.and(b)
			}
		})
		if got := found(b, policy.Builtin()); got != test.builtin {
			t.Errorf("%s: found %q, want %q", test.name, got, test.builtin)
		}
		if got := found(b, pol); got != test.told {
			t.Errorf("%s, declared: found %q, want %q", test.name, got, test.told)
		}
	}
}

func TestWhereItGoesInWords(t *testing.T) {
	b := report(func(b *egress.Behaviour) {
		b.Collector, b.SDK, b.Infrastructure = "Sentry", "github.com/getsentry/sentry-go", []string{"8.8.8.8 of Google", "icanhazip.com"}
	})
	var got []string
	for _, f := range telemetry.Rule.Judge(b, policy.Builtin(), rule.Context{}) {
		got = append(got, f.Message)
	}
	for _, want := range []string{
		"crash report to crash.example.org goes to Sentry, who collects for others; through the SDK github.com/getsentry/sentry-go; no Function paragraph of the policy names the host (telemetry/third-party-collector)",
		"crash report to crash.example.org is written into the program; public infrastructure: 8.8.8.8 of Google, icanhazip.com; ask the system or the user instead (telemetry/hard-wired-infrastructure)",
	} {
		if !strings.Contains(strings.Join(got, "\n"), want) {
			t.Errorf("no message %q among %q", want, got)
		}
	}
}
