package optout_test

import (
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/analyzers/optout"
	"github.com/optincheck/optincheck/policy"
)

var (
	decided   = egress.Place{File: "report.go", Line: 12, Column: 5}
	set       = egress.Place{File: "flags.go", Line: 7, Column: 14}
	elsewhere = egress.Place{File: "example.org/lib@v1.0.0/lib.go", Line: 3}
	site      = egress.Place{File: "report.go", Line: 20, Column: 9}
)

// report is a usage report that the given switches stop.
func report(switches ...egress.Switch) egress.Behaviour {
	return egress.Behaviour{
		ID: "usage", Purpose: policy.Usage, Verdict: egress.OptOut, Trigger: "start",
		Site:     egress.Site{Package: "example.org/x", Func: "report", File: "report.go", Line: 20, Column: 9},
		Hosts:    []string{"stats.example.org"},
		Switches: switches, Needs: egress.Any,
		Evidence: []string{`function name "report"`},
	}
}

func env(key, value string) egress.Switch {
	return egress.Switch{Kind: egress.Env, Key: key, Value: value, Effect: egress.Stops, DecidedAt: decided}
}

func flag(key, def, value string) egress.Switch {
	return egress.Switch{Kind: egress.Flag, Key: key, Value: value, Default: def, Effect: egress.Stops, DecidedAt: decided, DefaultAt: set}
}

func TestFindings(t *testing.T) {
	prompt := egress.Switch{Kind: egress.Prompt, Key: `"Send usage data? [Y/n]"`, Value: "n", Effect: egress.Stops, DecidedAt: decided}
	stored := egress.Switch{Kind: egress.Config, Key: "telemetry", Value: "false", Default: "true", Effect: egress.Stops, DecidedAt: decided, DefaultAt: set}

	bypassed := report(env("CHECKPOINT_DISABLE", "*"))
	bypassed.Bypass = &egress.Switch{Kind: egress.Caller, Key: "CheckParams.Force", Value: "true"}
	both := report(env("A", "1"), env("B", "1"))
	both.Needs = egress.All
	granted := report(stored)
	granted.Notice = &set
	marked := report(env("NO_ANALYTICS", "1"))
	marked.Notice = &site
	dependency := flag("-usage", "true", "false")
	dependency.DefaultAt = elsewhere
	commandOnly := report(egress.Switch{Kind: egress.Command, Key: "x telemetry off", Effect: egress.Stops, DecidedAt: decided})

	for _, test := range []struct {
		name string
		b    egress.Behaviour
		at   egress.Place
		want string
	}{
		{"one variable stops it", report(env("X_NO_ANALYTICS", "1")), decided,
			`usage report to stats.example.org unless env X_NO_ANALYTICS=1; an unset variable is no consent; evidence: function name "report" (optout/opt-out-env-only)`},
		{"any value stops it, a caller sends all the same", bypassed, decided,
			`usage report to stats.example.org unless env CHECKPOINT_DISABLE (any value); an unset variable is no consent; CheckParams.Force sends all the same; evidence: function name "report" (optout/opt-out-env-only)`},
		{"two variables together", both, decided,
			`usage report to stats.example.org unless env A=1 and env B=1; an unset variable is no consent; evidence: function name "report" (optout/opt-out-env-only)`},
		{"a marker beside a variable grants nothing", marked, decided,
			`usage report to stats.example.org unless env NO_ANALYTICS=1; an unset variable is no consent; evidence: function name "report" (optout/opt-out-env-only)`},
		{"a caller's switch and a variable", report(env("X_NO", "1"), egress.Switch{Kind: egress.Caller, Key: "Config.Off", Effect: egress.Stops}), decided,
			`usage report to stats.example.org unless env X_NO=1; an unset variable is no consent; evidence: function name "report" (optout/opt-out-env-only)`},
		{"a flag that is true", report(flag("-usage", "true", "false")), set,
			`usage report to stats.example.org by default: flag -usage defaults to true; decided at report.go:12; flag -usage=false stops it; evidence: function name "report" (optout/default-on)`},
		{"a flag of a dependency", report(dependency), decided,
			`usage report to stats.example.org by default: flag -usage defaults to true; default set at example.org/lib@v1.0.0/lib.go:3; flag -usage=false stops it; evidence: function name "report" (optout/default-on)`},
		{"a variable and a flag", report(env("X_NO", "1"), flag("-usage", "true", "false")), set,
			`usage report to stats.example.org by default: flag -usage defaults to true; decided at report.go:12; env X_NO=1 or flag -usage=false stops it; evidence: function name "report" (optout/default-on)`},
		{"a variable and a decoy flag", report(env("X_NO", "1"), decoy(flag("-usage", "true", "false"))), decided,
			`usage report to stats.example.org unless env X_NO=1; an unset variable is no consent; evidence: function name "report" (optout/opt-out-env-only)`},
		{"a negative field at zero", report(egress.Switch{Kind: egress.Config, Key: "disable_usage", Value: "true", Effect: egress.Stops, DecidedAt: decided}), decided,
			`usage report to stats.example.org by default: config disable_usage lets it while unset; config disable_usage=true stops it; evidence: function name "report" (optout/default-on)`},
		{"a command, no default to point at", commandOnly, decided,
			`usage report to stats.example.org by default; command x telemetry off stops it; evidence: function name "report" (optout/default-on)`},
		{"a prompt that takes empty for yes", report(prompt, env("X_NO", "1")), decided,
			`usage report to stats.example.org after an empty answer to prompt "Send usage data? [Y/n]"; prompt "Send usage data? [Y/n]"=n or env X_NO=1 stops it; evidence: function name "report" (optout/prompt-default-yes)`},
		{"a settings file that the program writes", granted, site,
			`usage report to stats.example.org with a consent that the program writes itself; written at flags.go:7; config telemetry=false stops it; evidence: function name "report" (optout/self-granted)`},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, found := one(optout.Rule.Judge(test.b, policy.Builtin(), inModule()))
			if !found {
				t.Fatalf("no finding, want %s", test.want)
			}
			if f.Message != test.want {
				t.Errorf("message:\n got %s\nwant %s", f.Message, test.want)
			}
			if f.Pos != test.at {
				t.Errorf("at %v, want %v", f.Pos, test.at)
			}
		})
	}
}

func TestNoFindings(t *testing.T) {
	change := func(f func(b *egress.Behaviour)) egress.Behaviour {
		b := report(flag("-usage", "true", "false"))
		f(&b)
		return b
	}
	for name, b := range map[string]egress.Behaviour{
		"a flag that is false":        change(func(b *egress.Behaviour) { b.Verdict = egress.OptIn }),
		"primary":                     change(func(b *egress.Behaviour) { b.Purpose = policy.Primary }),
		"a command named for it":      change(func(b *egress.Behaviour) { b.UserInitiated = true }),
		"a caller decides":            change(func(b *egress.Behaviour) { b.Caller = true }),
		"unknown purpose":             change(func(b *egress.Behaviour) { b.Purpose = policy.UnknownPurpose }),
		"telemetry has it: undecided": change(func(b *egress.Behaviour) { b.Verdict = egress.Unknown }),
		"telemetry has it: no switch": change(func(b *egress.Behaviour) { b.Verdict = egress.Unconditional }),
		"telemetry has it: refusal":   change(func(b *egress.Behaviour) { b.Refusal = &site }),
	} {
		for _, f := range optout.Rule.Judge(b, policy.Builtin(), inModule()) {
			t.Errorf("%s: unexpected finding: %s", name, f.Message)
		}
	}
}

func TestUnknownPurposeIsAFindingOnDemand(t *testing.T) {
	b := report(env("X_NO", "1"))
	b.Purpose, b.Evidence, b.Hosts = policy.UnknownPurpose, nil, nil
	ctx := inModule()
	ctx.DenyUnknown = true
	f, _ := one(optout.Rule.Judge(b, policy.Builtin(), ctx))
	want := "request of unknown purpose to a host that could not be resolved unless env X_NO=1; an unset variable is no consent (optout/opt-out-env-only)"
	if f.Message != want {
		t.Errorf("message:\n got %s\nwant %s", f.Message, want)
	}
}

func decoy(s egress.Switch) egress.Switch {
	s.Decoy = true
	return s
}

// inModule is the audit's context: files of dependencies have a version.
func inModule() rule.Context {
	return rule.Context{Inside: func(file string) bool { return !strings.Contains(file, "@") }}
}

// one returns the only finding, and whether there is just one.
func one(found []rule.Finding) (rule.Finding, bool) {
	if len(found) != 1 {
		return rule.Finding{}, false
	}
	return found[0], true
}
