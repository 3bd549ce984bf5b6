package telemetry_test

import (
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/analyzers/telemetry"
	"github.com/optincheck/optincheck/policy"
)

var (
	site   = egress.Place{File: "main.go", Line: 20, Column: 9}
	before = egress.Place{File: "main.go", Line: 11, Column: 2}
)

// report is a crash report that nothing stops, but for what change says.
func report(change func(b *egress.Behaviour)) egress.Behaviour {
	b := egress.Behaviour{
		ID: "crash", Purpose: policy.Crash, Verdict: egress.Unconditional, Trigger: "start",
		Site:     egress.Site{Package: "example.org/x", Func: "main", File: "main.go", Line: 20, Column: 9},
		Hosts:    []string{"crash.example.org"},
		Evidence: []string{"SDK github.com/getsentry/sentry-go"},
	}
	change(&b)
	return b
}

func TestFindings(t *testing.T) {
	const sdk = "evidence: SDK github.com/getsentry/sentry-go"
	for _, test := range []struct {
		name   string
		change func(b *egress.Behaviour)
		want   string
	}{
		{"no switch", func(b *egress.Behaviour) {},
			"crash report to crash.example.org without anybody's consent; no switch stops it; " + sdk + " (telemetry/no-consent)"},
		{"several hosts, in a command", func(b *egress.Behaviour) {
			b.Hosts, b.Trigger = []string{"a.example.org", "b.example.org", "@user"}, "command run"
		}, "crash report to a.example.org, b.example.org and a host that the user gives in command run without anybody's consent; no switch stops it; " + sdk + " (telemetry/no-consent)"},
		{"in init", func(b *egress.Behaviour) { b.Trigger = "init" },
			"crash report to crash.example.org while the package is initialised, before any consent could be read; no switch stops it; " + sdk + " (telemetry/init-time)"},
		{"after a notice, in init too", func(b *egress.Behaviour) { b.Notice, b.Trigger = &before, "init" },
			"crash report to crash.example.org while the package is initialised after a notice, a marker or a delay, which are no consent; notice at main.go:11; no switch stops it; " + sdk + " (telemetry/notice-is-not-consent)"},
		{"a refusal is sent", func(b *egress.Behaviour) { b.Refusal = &before },
			"crash report to crash.example.org tells that the user refused; refused at main.go:11; " + sdk + " (telemetry/refusal-sent)"},
		{"a refusal is sent, the rest is opt-in", func(b *egress.Behaviour) { b.Refusal, b.Verdict = &before, egress.OptIn },
			"crash report to crash.example.org tells that the user refused; refused at main.go:11; " + sdk + " (telemetry/refusal-sent)"},
		{"undecided with a reason", func(b *egress.Behaviour) { b.Verdict, b.Reason = egress.Unknown, "enabled is called by reflection" },
			"crash report to crash.example.org may happen on a fresh install; not decided because enabled is called by reflection; " + sdk + " (telemetry/undecided)"},
		{"undecided without", func(b *egress.Behaviour) { b.Verdict, b.Trigger = egress.Unknown, "timer" },
			"crash report to crash.example.org by a timer may happen on a fresh install; its condition could not be decided; " + sdk + " (telemetry/undecided)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, found := one(telemetry.Rule.Judge(report(test.change), policy.Builtin(), rule.Context{}))
			if !found || f.Message != test.want {
				t.Errorf("message:\n got %s\nwant %s", f.Message, test.want)
			}
			if f.Pos != site {
				t.Errorf("at %v, want the site %v", f.Pos, site)
			}
		})
	}
}

func TestNoFindings(t *testing.T) {
	for name, change := range map[string]func(b *egress.Behaviour){
		"opt-in":              func(b *egress.Behaviour) { b.Verdict = egress.OptIn },
		"optout has it":       func(b *egress.Behaviour) { b.Verdict = egress.OptOut },
		"primary":             func(b *egress.Behaviour) { b.Purpose = policy.Primary },
		"upgrade command":     func(b *egress.Behaviour) { b.UserInitiated = true },
		"decided at the call": func(b *egress.Behaviour) { b.Caller = true },
		"unknown purpose":     func(b *egress.Behaviour) { b.Purpose = policy.UnknownPurpose },
		"undecided, unknown purpose": func(b *egress.Behaviour) {
			b.Purpose, b.Verdict = policy.UnknownPurpose, egress.Unknown
		},
	} {
		for _, f := range telemetry.Rule.Judge(report(change), policy.Builtin(), rule.Context{}) {
			t.Errorf("%s: unexpected finding: %s", name, f.Message)
		}
	}
}

// one returns the only finding, and whether there is just one.
func one(found []rule.Finding) (rule.Finding, bool) {
	if len(found) != 1 {
		return rule.Finding{}, false
	}
	return found[0], true
}
