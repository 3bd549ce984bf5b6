package analyzers

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/optincheck/optincheck/analyzers/codefetch"
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/identity"
	"github.com/optincheck/optincheck/analyzers/internal/policyrule"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/analyzers/netscope"
	"github.com/optincheck/optincheck/analyzers/optout"
	"github.com/optincheck/optincheck/analyzers/telemetry"
	"github.com/optincheck/optincheck/analyzers/webasset"
	"github.com/optincheck/optincheck/policy"
)

// rules returns what All returns, without the driver.
func rules() []rule.Rule {
	return []rule.Rule{codefetch.Rule, identity.Rule, netscope.Rule, optout.Rule, telemetry.Rule, webasset.Rule}
}

// A Finding is one sentence about one behaviour, or about the policy.
type Finding struct {
	Rule      string // rule/category, one of [Categories]
	Behaviour string // the behaviour's ID; empty for findings about the policy
	Pos       egress.Place
	Message   string // one line, ending in the rule in parentheses
}

// JudgeOptions are what the audit decides and a [egress.Result] does not say.
// The zero value judges as go vet does, but for places outside a package.
type JudgeOptions struct {
	// DenyUnknown makes behaviours of unknown purpose findings.
	DenyUnknown bool
	// Whole says that the result is about the whole module: what of the
	// policy was not needed is a finding, unless the result is incomplete.
	Whole bool
	// Inside reports whether a file belongs to the audited module. Nil means
	// that every file does.
	Inside func(file string) bool
	// Show turns a file name into what messages print. Nil prints it as it is.
	Show func(file string) string
	// Today is compared with Expires. Zero means the day that
	// SOURCE_DATE_EPOCH names, else the present one.
	Today time.Time
}

// Judge asks the rules that All returns about every behaviour of a result, and
// holds the policy against what was found. Nil stands for the built-in policy.
// The findings are sorted by place and depend on the arguments alone.
func Judge(res *egress.Result, pol *policy.Policy, opts JudgeOptions) []Finding {
	if pol == nil {
		pol = policy.Builtin()
	}
	if opts.Today.IsZero() {
		opts.Today = rule.Today()
	}
	ctx := rule.Context{DenyUnknown: opts.DenyUnknown, Inside: opts.Inside, Show: opts.Show}
	ledger := policy.NewLedger(pol, opts.Today)
	var found []rule.Finding
	for _, b := range res.Behaviours {
		found = append(found, rule.Judge(rules(), b, pol, ledger, ctx)...)
	}
	for _, l := range res.Web {
		found = append(found, rule.JudgeWeb(rules(), l, ledger, ctx)...)
	}
	for _, site := range res.Unreached {
		ledger.Function(site.Package, site.Func) // there is a request, though no run makes it
	}
	whole := opts.Whole && len(res.NotAnalysed) == 0
	found = append(found, policyrule.Judge(ledger, whole)...)
	return sorted(found)
}

// Resolve returns the behaviours as the policy has them: the Function
// paragraph that covers a site gives its behaviours scope and purpose.
func Resolve(behaviours []egress.Behaviour, pol *policy.Policy) []egress.Behaviour {
	resolved := make([]egress.Behaviour, len(behaviours))
	for i, b := range behaviours {
		resolved[i] = rule.Resolve(b, pol)
	}
	return resolved
}

// Fixable reports whether a finding of that name is answered by asking somebody
// first: then there may be a fix for it.
func Fixable(name string) bool { return rule.Fixable(name) }

func sorted(found []rule.Finding) []Finding {
	findings := make([]Finding, len(found))
	for i, f := range found {
		findings[i] = Finding{f.Rule, f.Behaviour, f.Pos, f.Message}
	}
	slices.SortFunc(findings, compare)
	return slices.Compact(findings)
}

func compare(a, b Finding) int {
	return cmp.Or(
		strings.Compare(a.Pos.File, b.Pos.File),
		cmp.Compare(a.Pos.Line, b.Pos.Line),
		cmp.Compare(a.Pos.Column, b.Pos.Column),
		strings.Compare(a.Rule, b.Rule),
		strings.Compare(a.Behaviour, b.Behaviour),
		strings.Compare(a.Message, b.Message),
	)
}
