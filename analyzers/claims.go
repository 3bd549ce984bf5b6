package analyzers

import (
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

// Claims returns what a policy says that behaviours need: the consents of the
// Function paragraph that covers each, for [egress.Options] to test.
func Claims(pol *policy.Policy) func(egress.Behaviour) []egress.Claim {
	return func(b egress.Behaviour) (claims []egress.Claim) {
		fn := rule.Covering(b, pol)
		if fn == nil {
			return nil
		}
		for _, name := range fn.Consent {
			if c := pol.ConsentNamed(name.Value); c != nil {
				claims = append(claims, claim(c, pol.Header.Module))
			}
		}
		return claims
	}
}

func claim(c *policy.Consent, module string) egress.Claim {
	return egress.Claim{
		Consent: c.Name, Kind: egress.SwitchKind(c.Kind), Key: c.Key, Default: c.Default,
		Names: func(kind egress.SwitchKind, key, symbol string) bool {
			if kind == egress.File && c.Kind == policy.KindFile {
				return key == c.Key || strings.HasSuffix(key, "/"+c.Key)
			}
			if kind == egress.Caller && strings.Contains(c.Key, ":") { // a library's own setting
				kind = egress.SwitchKind(c.Kind)
			}
			return c.Names(module, policy.Kind(kind), key, symbol)
		},
		Denies: func(value string) bool {
			if c.Default == policy.DefaultVeto {
				return c.RefusedBy(value)
			}
			return !c.GrantedBy(value) && !sameBool(c, value)
		},
	}
}

// sameBool reports whether value is another way to write a boolean that grants:
// who lists true means 1 as well where the program takes it for that.
func sameBool(c *policy.Consent, value string) bool {
	b, err := strconv.ParseBool(value)
	if err != nil {
		return false
	}
	for _, it := range c.Grants {
		if g, err := strconv.ParseBool(it.Value); err == nil && g == b {
			return true
		}
	}
	return false
}
