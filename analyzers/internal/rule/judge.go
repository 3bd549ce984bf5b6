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
		if r.Judge == nil {
			continue // about web content
		}
		for _, f := range r.Judge(b, pol, ctx) {
			if !accepted(f, b, pol, ledger) {
				findings = append(findings, f)
			}
		}
	}
	return findings
}

// JudgeWeb asks every rule about a load of web content, as [Judge] does about
// a behaviour.
func JudgeWeb(rules []Rule, l egress.WebLoad, ledger *policy.Ledger, ctx Context) []Finding {
	fn := ledger.Function(l.Package, l.Func)
	var findings []Finding
	for _, r := range rules {
		if r.Web == nil {
			continue
		}
		f, found := r.Web(l, fn, ctx)
		if found && ledger.Override(f.Rule, l.Package, l.Func, f.Message) == nil {
			findings = append(findings, f)
		}
	}
	return findings
}
