package identity_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/optincheck/optincheck/analyzers/identity"
	"github.com/optincheck/optincheck/policy"
)

func TestAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), identity.New(policy.Builtin()), "late", "weak")
}

// What is primary the policy says.
func TestHiddenCarrier(t *testing.T) {
	pol, err := policy.Parse("optin.policy", []byte(`Format: https://optincheck.example/policy/1.0/
Module: example.org/carrier

Function: fetch
Scope: ./...
Purpose: primary
 Downloads what the user names.
Hosts: @user
`))
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, analysistest.TestData(), identity.New(pol), "example.org/carrier")
}
