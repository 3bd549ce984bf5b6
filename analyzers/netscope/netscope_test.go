package netscope_test

import (
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/analyzers/netscope"
	"github.com/optincheck/optincheck/policy"
)

const declared = `Format: https://optincheck.example/policy/1.0/
Module: example.org/x

Function: fetch
Scope: ./fetch...
Purpose: primary
 Downloads what the user names.
Hosts: @user files.example.org

Function: update-check
Scope: ./update
Purpose: update
 The distribution upgrades the package.
Hosts: none
`

func request(pkg string, hosts ...string) egress.Behaviour {
	return egress.Behaviour{
		ID: "request", Purpose: policy.UnknownPurpose, Verdict: egress.OptIn, UserInitiated: true,
		Site:  egress.Site{Package: pkg, Func: "Client.Get$1", File: "get.go", Line: 9, Column: 2},
		Hosts: hosts,
	}
}

func parse(t *testing.T, text string) *policy.Policy {
	t.Helper()
	pol, err := policy.Parse("optin.policy", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return pol
}

func TestFindings(t *testing.T) {
	pol := parse(t, declared)
	for _, test := range []struct {
		name string
		b    egress.Behaviour
		want string
	}{
		{"no paragraph covers it", request("example.org/x/thumbs", "thumbs.example.org"),
			"request of unknown purpose to thumbs.example.org; no Function paragraph of the policy covers example.org/x/thumbs:Client.Get (netscope/undeclared-function)"},
		{"another host", request("example.org/x/fetch", "stats.example.org", "files.example.org"),
			"request to stats.example.org and files.example.org; Function fetch allows only @user files.example.org, not stats.example.org; see line 8 of the policy (netscope/undeclared-host)"},
		{"a host that nobody can tell", request("example.org/x/fetch"),
			"request to a host that could not be resolved; Function fetch allows only @user files.example.org, not a host that could not be resolved; see line 8 of the policy (netscope/undeclared-host)"},
		{"no request may exist", request("example.org/x/update", "api.example.org"),
			"update check to api.example.org; Function update-check allows no request (Hosts: none); see line 14 of the policy (netscope/undeclared-host)"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f, found := one(netscope.Rule.Judge(rule.Resolve(test.b, pol), pol, rule.Context{}))
			if !found || f.Message != test.want {
				t.Errorf("message:\n got %s\nwant %s", f.Message, test.want)
			}
			if want := (egress.Place{File: "get.go", Line: 9, Column: 2}); f.Pos != want {
				t.Errorf("at %v, want the site %v", f.Pos, want)
			}
		})
	}
}

func TestNoFindings(t *testing.T) {
	called := request("example.org/x/thumbs", "thumbs.example.org")
	called.Caller = true
	for _, test := range []struct {
		name string
		b    egress.Behaviour
		pol  *policy.Policy
	}{
		{"the policy declares nothing", request("example.org/x/thumbs", "thumbs.example.org"), policy.Builtin()},
		{"a declared host", request("example.org/x/fetch", "files.example.org"), parse(t, declared)},
		{"the user's host", request("example.org/x/fetch/http", "@user"), parse(t, declared)},
		{"a caller decides", called, parse(t, declared)},
	} {
		for _, f := range netscope.Rule.Judge(rule.Resolve(test.b, test.pol), test.pol, rule.Context{}) {
			t.Errorf("%s: unexpected finding: %s", test.name, f.Message)
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
