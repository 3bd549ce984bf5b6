package netscope

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

//go:embed doc.go
var doc string

// Rule is the judgement without a driver.
var Rule = rule.Rule{Name: "netscope", Doc: doc, Judge: judge}

// The findings of this rule.
const (
	undeclaredFunction = "netscope/undeclared-function"
	undeclaredHost     = "netscope/undeclared-host"
)

// judge asks where b is sent from and to, whoever starts it: a request that a
// user's command makes is declared like every other.
func judge(b egress.Behaviour, pol *policy.Policy, ctx rule.Context) []rule.Finding {
	if len(pol.Functions) == 0 {
		return nil // the policy declares nothing to hold the code to
	}
	if b.Caller {
		return nil // decided at the call
	}
	fn := rule.Covering(b, pol)
	if fn == nil {
		return []rule.Finding{undeclared(b, ctx)}
	}
	return host(b, fn, ctx)
}

func undeclared(b egress.Behaviour, ctx rule.Context) rule.Finding {
	return rule.Say(undeclaredFunction, b, ctx.Place(b),
		rule.What(b),
		"no Function paragraph of the policy covers "+rule.Symbol(b.Site),
		rule.Why(b))
}

func host(b egress.Behaviour, fn *policy.Function, ctx rule.Context) []rule.Finding {
	denied := rule.Denied(b.Hosts, fn)
	if denied == "" {
		return nil
	}
	return []rule.Finding{rule.Say(undeclaredHost, b, ctx.Place(b),
		rule.What(b),
		"Function "+fn.Name+" allows "+allowed(fn, denied),
		"see line "+strconv.Itoa(fn.At("Hosts").Line)+" of the policy")}
}

func allowed(fn *policy.Function, denied string) string {
	words := make([]string, len(fn.Hosts))
	for i, h := range fn.Hosts {
		words[i] = h.Value
	}
	if len(words) == 1 && words[0] == policy.HostNone {
		return "no request (Hosts: none)"
	}
	return "only " + strings.Join(words, " ") + ", not " + denied
}
