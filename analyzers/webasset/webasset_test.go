package webasset_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/optincheck/optincheck/analyzers/webasset"
	"github.com/optincheck/optincheck/policy"
)

func TestAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), webasset.New(policy.Builtin()), "pages", "texts", "quiet")
}

// A host that the policy names for the package is what the page needs, and a
// finding can be accepted.
func TestPolicy(t *testing.T) {
	pol, err := policy.Parse("optin.policy", []byte(`Format: https://optincheck.example/policy/1.0/
Module: allowed

Function: map
Scope: ./
Purpose: primary
 Shows the map that the page is about.
Hosts: maps.example.org

Override: webasset/remote-resource
Scope: ./
Context: *cdn.example.org*
Justification: Agreed in bug 4.
`))
	if err != nil {
		t.Fatal(err)
	}
	analysistest.Run(t, analysistest.TestData(), webasset.New(pol), "allowed")
}
