package telemetry_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/analyzers/telemetry"
	"github.com/optincheck/optincheck/policy"
)

// What a finding says of a switch that does nothing, and of the gate that a
// fetch passes by.
func TestSwitchesInVain(t *testing.T) {
	vain := egress.Switch{Kind: egress.Env, Key: "NO_CRASH", Value: "1", Effect: egress.Stops, Decoy: true, DecidedAt: before}
	told := vain
	told.Misses = "it stops only some of the ways to it"
	told.Remains = []egress.Frame{
		{Func: "example.org/x:main", File: "main.go", Line: 9}, {Func: "example.org/x/run:Run", File: "run.go", Line: 3}, {Func: "example.org/x:send", File: "main.go", Line: 20},
	}
	other := vain
	other.Kind, other.Key, other.Value = egress.Flag, "crash-reports", "false"
	for _, test := range []struct {
		name   string
		change func(b *egress.Behaviour)
		want   []string
	}{
		{"with the way that remains", func(b *egress.Behaviour) { b.Switches = []egress.Switch{told} }, []string{
			"crash report to crash.example.org without anybody's consent; no switch stops it, env NO_CRASH neither; evidence: SDK github.com/getsentry/sentry-go (telemetry/no-consent)",
			"crash report to crash.example.org in spite of env NO_CRASH=1; it stops only some of the ways to it; the way that remains: main > run:Run > send, called at run.go:3; the switch is asked at main.go:11 (telemetry/decoy-switch)",
		}},
		{"two of them, in the first function", func(b *egress.Behaviour) { b.Switches = []egress.Switch{vain, other} }, []string{
			"crash report to crash.example.org without anybody's consent; no switch stops it, env NO_CRASH neither; evidence: SDK github.com/getsentry/sentry-go (telemetry/no-consent)",
			"crash report to crash.example.org in spite of env NO_CRASH=1, flag crash-reports=false; the switch is asked at main.go:11 (telemetry/decoy-switch)",
		}},
		{"what is primary needs no switch", func(b *egress.Behaviour) { b.Switches, b.Purpose = []egress.Switch{vain}, policy.Primary }, nil},
		{"a gate passed by", func(b *egress.Behaviour) { b.Ahead = &before }, []string{
			"crash report to crash.example.org without anybody's consent; no switch stops it; evidence: SDK github.com/getsentry/sentry-go (telemetry/no-consent)",
			"crash report to crash.example.org prepares what needs a yes, and does not wait for it; the gate stands at main.go:11 (telemetry/late-consent)",
		}},
		{"a gate passed by after a yes", func(b *egress.Behaviour) { b.Ahead, b.Verdict = &before, egress.OptIn }, nil},
	} {
		var got []string
		for _, f := range telemetry.Rule.Judge(report(test.change), policy.Builtin(), rule.Context{}) {
			got = append(got, f.Message)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}
