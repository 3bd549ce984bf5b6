package policyrule

import (
	_ "embed"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

// Doc is the documentation of the findings.
//
//go:embed doc.go
var Doc string

// Name is the rule's half of the findings' names.
const Name = "policy"

// Judge returns the complaints of a ledger as findings. Unless the run saw the
// whole module, it cannot tell what nothing needs.
func Judge(ledger *policy.Ledger, whole bool) []rule.Finding {
	var findings []rule.Finding
	for _, c := range ledger.Complaints() {
		if !whole && restsOnAll(c.Finding) {
			continue
		}
		at := egress.Place{File: c.File, Line: c.Line, Column: c.Column}
		findings = append(findings, rule.Say(c.Finding, egress.Behaviour{}, at, c.Message))
	}
	return findings
}

// restsOnAll reports whether a finding says that something is nowhere.
func restsOnAll(finding string) bool {
	switch finding {
	case "policy/unused-paragraph", "policy/unused-override", "policy/mismatched-override":
		return true
	}
	return false
}
