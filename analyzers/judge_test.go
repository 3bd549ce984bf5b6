package analyzers_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

const header = `Format: https://optincheck.example/policy/1.0/
Module: example.org/x
`

const fetchOnly = header + `
Function: fetch
Scope: ./fetch
Purpose: primary
 Downloads what the user names.
Hosts: @user
`

const statsToo = `
Function: stats
Scope: ./stats
Purpose: usage
 Counts runs.
Hosts: stats.example.org
Consent: counted

Consent: counted
Kind: flag
Key: count
Grants: true
Default: off
`

const accepted = header + `
Override: telemetry/no-consent
Scope: ./report
Justification: Agreed in bug 17.
`

var today = time.Date(2026, 8, 1, 0, 0, 0, 0, time.UTC)

func send(pkg string, line int) egress.Behaviour {
	return egress.Behaviour{
		ID: pkg, Purpose: policy.Usage, Verdict: egress.Unconditional, Trigger: "start",
		Site:  egress.Site{Package: "example.org/x/" + pkg, Func: "send", File: pkg + "/send.go", Line: line, Column: 2},
		Hosts: []string{"stats.example.org"},
	}
}

func TestJudge(t *testing.T) {
	unknown := send("report", 5)
	unknown.Purpose = policy.UnknownPurpose
	for _, test := range []struct {
		name   string
		res    egress.Result
		policy string
		opts   analyzers.JudgeOptions
		want   []string
	}{
		{"nothing sent", egress.Result{}, header, analyzers.JudgeOptions{Whole: true}, nil},
		{"sorted by place, whatever the order", egress.Result{Behaviours: []egress.Behaviour{send("report", 9), send("fetch", 7), send("report", 5)}},
			header, analyzers.JudgeOptions{}, []string{"fetch/send.go:7 telemetry/no-consent", "report/send.go:5 telemetry/no-consent", "report/send.go:9 telemetry/no-consent"}},
		{"the same twice is said once", egress.Result{Behaviours: []egress.Behaviour{send("report", 5), send("report", 5)}},
			header, analyzers.JudgeOptions{}, []string{"report/send.go:5 telemetry/no-consent"}},
		{"undeclared comes on top of the consent finding", egress.Result{Behaviours: []egress.Behaviour{send("report", 5)}},
			fetchOnly, analyzers.JudgeOptions{}, []string{"report/send.go:5 netscope/undeclared-function", "report/send.go:5 telemetry/no-consent"}},
		{"a declared purpose overrides the evidence", egress.Result{Behaviours: []egress.Behaviour{send("fetch", 5)}},
			fetchOnly, analyzers.JudgeOptions{}, []string{"fetch/send.go:5 netscope/undeclared-host"}},
		{"an accepted finding is silent, and its override used", egress.Result{Behaviours: []egress.Behaviour{send("report", 5)}},
			accepted, analyzers.JudgeOptions{Whole: true}, nil},
		{"an override elsewhere is not", egress.Result{Behaviours: []egress.Behaviour{send("fetch", 5)}},
			accepted, analyzers.JudgeOptions{Whole: true}, []string{"fetch/send.go:5 telemetry/no-consent", "optin.policy:4 policy/mismatched-override"}},
		{"what nothing needs is said of a whole module", egress.Result{},
			fetchOnly, analyzers.JudgeOptions{Whole: true}, []string{"optin.policy:4 policy/unused-paragraph"}},
		{"not of a part", egress.Result{}, fetchOnly, analyzers.JudgeOptions{}, nil},
		{"not of an incomplete run", egress.Result{NotAnalysed: []egress.NotAnalysed{{Package: "example.org/x/fetch"}}},
			fetchOnly, analyzers.JudgeOptions{Whole: true}, nil},
		{"not where a sink is that no run reaches", egress.Result{Unreached: []egress.Site{{Package: "example.org/x/fetch", Func: "Get"}}},
			fetchOnly, analyzers.JudgeOptions{Whole: true}, nil},
		{"an unknown purpose is no finding", egress.Result{Behaviours: []egress.Behaviour{unknown}},
			header, analyzers.JudgeOptions{}, nil},
		{"unless it is denied", egress.Result{Behaviours: []egress.Behaviour{unknown}},
			header, analyzers.JudgeOptions{DenyUnknown: true}, []string{"report/send.go:5 telemetry/no-consent"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			test.opts.Today = today
			got := brief(analyzers.Judge(&test.res, parse(t, test.policy), test.opts))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			slices.Reverse(test.res.Behaviours)
			again := brief(analyzers.Judge(&test.res, parse(t, test.policy), test.opts))
			if diff := cmp.Diff(got, again); diff != "" {
				t.Errorf("findings depend on the order of behaviours:\n%s", diff)
			}
		})
	}
}

func TestJudgeWithoutPolicyIsOptInOnly(t *testing.T) {
	res := &egress.Result{Behaviours: []egress.Behaviour{send("report", 5)}}
	got := brief(analyzers.Judge(res, nil, analyzers.JudgeOptions{}))
	if diff := cmp.Diff([]string{"report/send.go:5 telemetry/no-consent"}, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

func TestResolve(t *testing.T) {
	got := analyzers.Resolve([]egress.Behaviour{send("fetch", 5), send("report", 5)}, parse(t, fetchOnly))
	if got[0].Scope != "fetch" || got[0].Purpose != policy.Primary {
		t.Errorf("covered: scope %q, purpose %q, want fetch, primary", got[0].Scope, got[0].Purpose)
	}
	if got[1].Scope != "" || got[1].Purpose != policy.Usage {
		t.Errorf("not covered: scope %q, purpose %q, want none, usage", got[1].Scope, got[1].Purpose)
	}
}

func brief(findings []analyzers.Finding) []string {
	var lines []string
	for _, f := range findings {
		lines = append(lines, fmt.Sprintf("%s:%d %s", f.Pos.File, f.Pos.Line, f.Rule))
	}
	return lines
}

func parse(t *testing.T, text string) *policy.Policy {
	t.Helper()
	pol, err := policy.Parse("optin.policy", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return pol
}

// Every finding that a rule can make has a name in the list, and every name of
// a consent finding is made by a rule.
func TestFindingsAndCategoriesAgree(t *testing.T) {
	pol := parse(t, fetchOnly+statsToo)
	here := &egress.Place{File: "a.go", Line: 3}
	made := map[string]bool{}
	judge := func(change func(b *egress.Behaviour)) {
		b := send("report", 5)
		change(&b)
		for _, f := range analyzers.Judge(&egress.Result{Behaviours: []egress.Behaviour{b}}, pol, analyzers.JudgeOptions{}) {
			made[f.Rule] = true
			if !strings.HasSuffix(f.Message, " ("+f.Rule+")") || strings.Contains(f.Message, "\n") {
				t.Errorf("message is not one line ending in (%s): %q", f.Rule, f.Message)
			}
		}
	}
	stoppedBy := func(kind egress.SwitchKind) func(b *egress.Behaviour) {
		return func(b *egress.Behaviour) {
			b.Verdict = egress.OptOut
			b.Switches = []egress.Switch{{Kind: kind, Key: "k", Effect: egress.Stops, DefaultAt: *here}}
		}
	}
	judge(func(b *egress.Behaviour) {})
	judge(func(b *egress.Behaviour) { b.Site.Package = "example.org/x/fetch" })
	judge(func(b *egress.Behaviour) { b.Refusal = here })
	judge(func(b *egress.Behaviour) { b.Notice = here })
	judge(func(b *egress.Behaviour) { b.Trigger = "init" })
	judge(func(b *egress.Behaviour) { b.Verdict = egress.Unknown })
	judge(stoppedBy(egress.Prompt))
	judge(stoppedBy(egress.Env))
	judge(stoppedBy(egress.Flag))
	judge(func(b *egress.Behaviour) { stoppedBy(egress.Config)(b); b.Notice = here })
	judge(func(b *egress.Behaviour) { b.Ahead = here })
	judge(func(b *egress.Behaviour) { b.NotHeld = []egress.NotHeld{{Claim: egress.Claim{Consent: "counted"}}} })
	judge(func(b *egress.Behaviour) { b.Switches = []egress.Switch{{Kind: egress.Env, Key: "k", Decoy: true}} })
	judge(func(b *egress.Behaviour) {
		b.Verdict, b.Waits, b.Site.Package = egress.OptIn, true, "example.org/x/stats"
	})
	judge(func(b *egress.Behaviour) {
		b.Identifiers = []egress.Identifier{{Class: "host"}, {Class: "random", Token: true, Bits: 64, Early: egress.Minted, EarlyAt: here}}
	})
	judge(func(b *egress.Behaviour) {
		b.Site.Package, b.Identifiers = "example.org/x/fetch", []egress.Identifier{{Class: "host"}}
	})
	judge(func(b *egress.Behaviour) { b.Collector, b.Infrastructure = "Sentry", []string{"8.8.8.8"} })
	judge(func(b *egress.Behaviour) { b.Code = &egress.Code{How: "executes"} })
	judge(func(b *egress.Behaviour) { b.Code = &egress.Code{How: "loads", Checked: true} })
	for _, l := range []egress.WebLoad{
		{Host: "stats.example.org", Class: "tracker", At: *here}, {Host: "cdn.example.org", At: *here}, {Policy: "unsafe-url", At: *here},
	} {
		for _, f := range analyzers.Judge(&egress.Result{Web: []egress.WebLoad{l}}, parse(t, fetchOnly), analyzers.JudgeOptions{}) {
			made[f.Rule] = true
		}
	}
	for _, name := range analyzers.Categories() {
		if !made[name] && !strings.HasPrefix(name, "policy/") {
			t.Errorf("%s is documented, and no behaviour gets it", name)
		}
		delete(made, name)
	}
	for name := range made {
		t.Errorf("%s is reported and not documented", name)
	}
}
