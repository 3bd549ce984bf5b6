package codefetch_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/optincheck/optincheck/analyzers/codefetch"
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

func TestAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), codefetch.New(policy.Builtin()), "fetched", "kept", "asked")
}

// A paragraph of the policy answers for code that is checked.
func TestPolicy(t *testing.T) {
	pol, err := policy.Parse("optin.policy", []byte(`Format: https://optincheck.example/policy/1.0/
Module: example.org/x

Function: rules
Scope: ./rules
Purpose: primary
 Fetches the rules that the program interprets.
Hosts: dl.example.org
`))
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, pkg string
		code      egress.Code
		verdict   egress.Verdict
		want      string
	}{
		{"checked and declared", "rules", egress.Code{Checked: true}, egress.Unconditional, ""},
		{"checked", "other", egress.Code{Checked: true}, egress.Unconditional, "codefetch/verified"},
		{"declared", "rules", egress.Code{}, egress.Unconditional, "codefetch/unverified"},
		{"a switch stops it", "rules", egress.Code{}, egress.OptOut, "codefetch/unverified"},
		{"a switch starts it", "other", egress.Code{}, egress.OptIn, ""},
		{"named by the user", "other", egress.Code{Named: true}, egress.Unconditional, ""},
	} {
		b := egress.Behaviour{
			Verdict: test.verdict, Code: &test.code, Hosts: []string{"dl.example.org"},
			Site: egress.Site{Package: "example.org/x/" + test.pkg, Func: "Get", File: "get.go", Line: 3},
		}
		got := ""
		for _, f := range codefetch.Rule.Judge(rule.Resolve(b, pol), pol, rule.Context{}) {
			got += f.Rule
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}
