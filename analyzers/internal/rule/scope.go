package rule

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// Resolve returns b as the policy has it: the paragraph that covers the site
// gives scope and purpose, whatever the evidence says. It changes nothing the
// second time.
func Resolve(b egress.Behaviour, pol *policy.Policy) egress.Behaviour {
	fn := Covering(b.Site, pol)
	if fn == nil {
		return b
	}
	b.Scope, b.Purpose = fn.Name, fn.Purpose
	if says := "Function " + fn.Name + " of the policy"; !slices.Contains(b.Evidence, says) {
		b.Evidence = append([]string{says}, b.Evidence...)
	}
	return b
}

// Covering returns the Function paragraph that covers a site, or nil.
func Covering(site egress.Site, pol *policy.Policy) *policy.Function {
	return pol.FunctionFor(pol.Header.Module, site.Package, site.Func)
}

// Symbol names the function of a site as a Scope would.
func Symbol(site egress.Site) string {
	return site.Package + ":" + function(site)
}

// function returns the symbol within the package; closures belong to the one they are in.
func function(site egress.Site) string {
	fn, _, _ := strings.Cut(site.Func, "$")
	return fn
}
