package analyzers_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers"
)

// Drivers refuse a suite that breaks the contract of go/analysis, and nogo
// hands facts only to analyzers that declare some of their own.
func TestSuite(t *testing.T) {
	suite := analyzers.All()
	if err := analysis.Validate(suite); err != nil {
		t.Error(err)
	}
	for _, a := range suite {
		if len(a.FactTypes) == 0 {
			t.Errorf("%s declares no fact type", a.Name)
		}
		if a.URL == "" {
			t.Errorf("%s has no URL", a.Name)
		}
		if text, ok := analyzers.Explain(a.Name); !ok || !strings.HasPrefix(text, a.Doc) {
			t.Errorf("%s: go vet and explain document different things", a.Name)
		}
	}
}

// What go vet reports, the audit judges too: the two lists name the same rules.
func TestSuiteHasTheRulesOfTheAudit(t *testing.T) {
	rules := map[string]bool{"policy": true} // the audit's alone
	for _, a := range analyzers.All() {
		rules[a.Name] = true
	}
	judged := map[string]bool{}
	for _, name := range analyzers.Categories() {
		rule, _, _ := strings.Cut(name, "/")
		judged[rule] = true
		if !rules[rule] {
			t.Errorf("%s is a finding of the audit, and %s is no analyzer", name, rule)
		}
	}
	for rule := range rules {
		if !judged[rule] {
			t.Errorf("%s is an analyzer, and no finding has its name", rule)
		}
	}
}
