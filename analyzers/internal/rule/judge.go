package rule

import (
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// Judge asks every rule about b and leaves out what an override of the policy
// accepts. It is the one place where findings are silenced. The ledger notes
// what of the policy b needed.
func Judge(rules []Rule, b egress.Behaviour, pol *policy.Policy, ledger *policy.Ledger, ctx Context) []Finding {
	b = Resolve(b, pol)
	cover(b, pol, ledger)
	var findings []Finding
	for _, r := range rules {
		for _, f := range r.Judge(b, pol, ctx) {
			if !accepted(f, b, pol, ledger) {
				findings = append(findings, f)
			}
		}
	}
	return findings
}
