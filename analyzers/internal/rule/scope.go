package rule

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// A symbol is a function as a Scope names it.
type symbol struct{ pkg, name string }

// scopes returns the functions by which a Scope may name b: that of its site,
// and where a dependency sends by itself, the module's own function that calls
// into the dependency. Of paths that were folded only the shown one counts.
func scopes(b egress.Behaviour, pol *policy.Policy) []symbol {
	names := []symbol{{b.Site.Package, b.Site.Func}}
	if ownPackage(b.Site.Package, pol) {
		return names
	}
	for _, frame := range slices.Backward(b.Path) {
		pkg, name, _ := strings.Cut(frame.Func, ":")
		if ownPackage(pkg, pol) {
			return append(names, symbol{pkg, name})
		}
	}
	return names
}

// ownPackage reports whether pkg is of the policy's module.
func ownPackage(pkg string, pol *policy.Policy) bool {
	rest, ok := strings.CutPrefix(pkg, pol.Header.Module)
	return ok && pol.Header.Module != "" && (rest == "" || rest[0] == '/')
}

// Covering returns the Function paragraph that covers b, or nil.
func Covering(b egress.Behaviour, pol *policy.Policy) *policy.Function {
	for _, s := range scopes(b, pol) {
		if fn := pol.FunctionFor(pol.Header.Module, s.pkg, s.name); fn != nil {
			return fn
		}
	}
	return nil
}

// cover notes which paragraph b needs.
func cover(b egress.Behaviour, pol *policy.Policy, ledger *policy.Ledger) {
	for _, s := range scopes(b, pol) {
		if ledger.Function(s.pkg, s.name) != nil {
			return
		}
	}
}

// accepted reports whether an override accepts f. All are asked, so that none
// is called unused because another was asked first.
func accepted(f Finding, b egress.Behaviour, pol *policy.Policy, ledger *policy.Ledger) bool {
	accepted := false
	names := scopes(b, pol)
	if pkg, name, ok := strings.Cut(f.About, ":"); ok {
		names = append(names, symbol{pkg, name})
	}
	for _, s := range names {
		if ledger.Override(f.Rule, s.pkg, s.name, f.Message) != nil {
			accepted = true
		}
	}
	return accepted
}

// Resolve returns b as the policy has it: the paragraph that covers it gives
// scope and purpose, whatever the evidence says. It changes nothing the second
// time.
func Resolve(b egress.Behaviour, pol *policy.Policy) egress.Behaviour {
	fn := Covering(b, pol)
	if fn == nil {
		return b
	}
	b.Scope, b.Purpose = fn.Name, fn.Purpose
	if says := "Function " + fn.Name + " of the policy"; !slices.Contains(b.Evidence, says) {
		b.Evidence = append([]string{says}, b.Evidence...)
	}
	return b
}

// Symbol names the function of a site as a Scope would.
func Symbol(site egress.Site) string {
	fn, _, _ := strings.Cut(site.Func, "$") // closures belong to the function they are in
	return site.Package + ":" + fn
}
