package policyrule_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/analyzers/internal/policyrule"
	"github.com/optincheck/optincheck/policy"
)

const file = `Format: https://optincheck.example/policy/1.0/
Module: example.org/x

Function: sync
Scope: ./sync
Purpose: usage
 Why.
Hosts: stats.example.org
Consent: asked

Function: update-check
Scope: ./update
Purpose: update
 Must not exist.
Hosts: none

Consent: asked
Kind: flag
Key: -usage
Grants: true
Default: on

Override: optout/default-on
Scope: ./sync
Justification: Asked for in the installer.

Override: telemetry/no-consent
Scope: ./sync
Justification: Agreed.
Expires: 2027-06-30
`

var (
	lastDay  = time.Date(2027, 6, 30, 23, 59, 0, 0, time.UTC)
	dayAfter = time.Date(2027, 7, 1, 0, 0, 0, 0, time.UTC)
)

const (
	unused     = "optin.policy:4:11 policy/unused-paragraph"
	isOn       = "optin.policy:21:10 policy/default-on"
	noFinding  = "optin.policy:23:11 policy/unused-override"
	misfit     = "optin.policy:23:11 policy/mismatched-override"
	noFinding2 = "optin.policy:27:11 policy/unused-override"
	expired    = "optin.policy:30:10 policy/expired-override"
)

func TestJudge(t *testing.T) {
	for _, test := range []struct {
		name  string
		run   func(l *policy.Ledger)
		today time.Time
		whole []string // the findings when the run saw the whole module
		part  []string // and when it did not
	}{
		{"nothing needed", func(l *policy.Ledger) {}, lastDay,
			[]string{unused, isOn, noFinding, noFinding2}, []string{isOn}},
		{"everything needed", func(l *policy.Ledger) {
			l.Function("example.org/x/sync", "Push")
			l.Override("optout/default-on", "example.org/x/sync", "Push", "")
			l.Override("telemetry/no-consent", "example.org/x/sync", "Push", "")
		}, lastDay, []string{isOn}, []string{isOn}},
		{"one finding elsewhere, one override expired", func(l *policy.Ledger) {
			l.Function("example.org/x/sync", "Push")
			l.Override("optout/default-on", "example.org/x/other", "Push", "")
			l.Override("telemetry/no-consent", "example.org/x/sync", "Push", "")
		}, dayAfter, []string{isOn, misfit, expired}, []string{isOn, expired}},
	} {
		t.Run(test.name, func(t *testing.T) {
			pol, err := policy.Parse("optin.policy", []byte(file))
			if err != nil {
				t.Fatal(err)
			}
			ledger := policy.NewLedger(pol, test.today)
			test.run(ledger)
			if diff := cmp.Diff(test.whole, judge(ledger, true)); diff != "" {
				t.Errorf("whole module (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(test.part, judge(ledger, false)); diff != "" {
				t.Errorf("part of it (-want +got):\n%s", diff)
			}
		})
	}
}

func TestBuiltInPolicyIsClean(t *testing.T) {
	if got := judge(policy.NewLedger(policy.Builtin(), dayAfter), true); len(got) != 0 {
		t.Errorf("unexpected findings: %v", got)
	}
}

func judge(ledger *policy.Ledger, whole bool) []string {
	var lines []string
	for _, f := range policyrule.Judge(ledger, whole) {
		lines = append(lines, fmt.Sprintf("%s:%d:%d %s", f.Pos.File, f.Pos.Line, f.Pos.Column, f.Rule))
	}
	return lines
}
