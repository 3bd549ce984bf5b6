package policyrule_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/analyzers/internal/policyrule"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
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

Function: health
Scope: ./health
Purpose: primary
 Local.
Hosts: @loopback

Consent: asked
Kind: flag
Key: -usage
Grants: true
Default: on

Consent: forgotten
Kind: flag
Key: -other
Grants: true
Default: off

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
	isOn       = "optin.policy:27:10: Consent asked is on until somebody says no; make it off in the program, then here (policy/default-on)"
	unused     = "optin.policy:4:11: Function sync covers no request; remove the paragraph or correct its Scope (policy/unused-paragraph)"
	forgotten  = "optin.policy:29:10: Consent forgotten is named by no Function; remove the paragraph or name it (policy/unused-paragraph)"
	noFinding  = "optin.policy:35:11: Override optout/default-on accepts a finding that does not occur; remove the paragraph (policy/unused-override)"
	misfit     = `optin.policy:35:11: Override optout/default-on fits no finding by its Scope and Context; the first one of that name says "elsewhere" (policy/mismatched-override)`
	noFinding2 = "optin.policy:39:11: Override telemetry/no-consent accepts a finding that does not occur; remove the paragraph (policy/unused-override)"
	expired    = "optin.policy:42:10: Override telemetry/no-consent expired on 2027-06-30; remove the paragraph, or justify a new date (policy/expired-override)"
)

func TestJudge(t *testing.T) {
	for _, test := range []struct {
		name  string
		use   func(pol *policy.Policy, use *rule.Use)
		whole bool
		today time.Time
		want  []string
	}{
		{"nothing needed", func(*policy.Policy, *rule.Use) {}, true, lastDay,
			[]string{unused, isOn, forgotten, noFinding, noFinding2}},
		{"everything needed", func(pol *policy.Policy, use *rule.Use) {
			use.Functions[&pol.Functions[0]] = true
			use.Overrides[&pol.Overrides[0]] = true
			use.Overrides[&pol.Overrides[1]] = true
		}, true, lastDay, []string{isOn, forgotten}},
		{"the finding is elsewhere", func(pol *policy.Policy, use *rule.Use) {
			use.Functions[&pol.Functions[0]] = true
			use.Mismatched[&pol.Overrides[0]] = "elsewhere"
		}, true, dayAfter, []string{isOn, forgotten, misfit, expired}},
		{"here and elsewhere", func(pol *policy.Policy, use *rule.Use) {
			use.Functions[&pol.Functions[0]] = true
			use.Overrides[&pol.Overrides[0]] = true
			use.Mismatched[&pol.Overrides[0]] = "elsewhere"
		}, true, dayAfter, []string{isOn, forgotten, expired}},
		{"a part of the module cannot tell what is unused", func(*policy.Policy, *rule.Use) {}, false, dayAfter,
			[]string{isOn, expired}},
	} {
		t.Run(test.name, func(t *testing.T) {
			pol, err := policy.Parse("optin.policy", []byte(file))
			if err != nil {
				t.Fatal(err)
			}
			use := rule.NewUse()
			test.use(pol, use)
			findings := policyrule.Judge(pol, use, test.whole, test.today)
			var got []string
			for _, f := range findings {
				at := policy.Position{File: f.Pos.File, Line: f.Pos.Line, Column: f.Pos.Column}
				got = append(got, at.String()+": "+f.Message)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestBuiltInPolicyIsClean(t *testing.T) {
	if findings := policyrule.Judge(policy.Builtin(), rule.NewUse(), true, dayAfter); len(findings) != 0 {
		t.Errorf("unexpected findings: %v", findings)
	}
}
