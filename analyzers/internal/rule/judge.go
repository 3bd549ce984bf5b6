package rule

import (
	"time"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// Judge asks every rule about b and applies the overrides of the policy to
// each answer. It is the one place where findings are silenced. What of the
// policy was needed is recorded in use, which may be nil.
func Judge(rules []Rule, b egress.Behaviour, pol *policy.Policy, ctx Context, today time.Time, use *Use) []Finding {
	b = Resolve(b, pol)
	use.Cover(b.Site, pol)
	var findings []Finding
	for _, r := range rules {
		f, found := r.Judge(b, pol, ctx)
		if found && !use.silenced(f, b.Site, pol, today) {
			findings = append(findings, f)
		}
	}
	return findings
}

// Use is what of a policy a run needed: the rest is reported by the audit.
type Use struct {
	Functions  map[*policy.Function]bool   // those that cover a request
	Overrides  map[*policy.Override]bool   // those that silenced a finding
	Mismatched map[*policy.Override]string // the first message of that name elsewhere
}

// NewUse returns an empty record.
func NewUse() *Use {
	return &Use{
		Functions:  map[*policy.Function]bool{},
		Overrides:  map[*policy.Override]bool{},
		Mismatched: map[*policy.Override]string{},
	}
}

// Cover records the paragraph that covers a site.
func (u *Use) Cover(site egress.Site, pol *policy.Policy) {
	if fn := Covering(site, pol); u != nil && fn != nil {
		u.Functions[fn] = true
	}
}

// silenced reports whether an override accepts f. All overrides are asked,
// so that none is called unused because another was asked first.
func (u *Use) silenced(f Finding, site egress.Site, pol *policy.Policy, today time.Time) bool {
	silenced := false
	for i := range pol.Overrides {
		o := &pol.Overrides[i]
		state := o.State(f.Rule, pol.Header.Module, site.Package, site.Func, f.Message, today)
		silenced = silenced || state == policy.Active
		u.record(o, state, f.Message)
	}
	return silenced
}

func (u *Use) record(o *policy.Override, state policy.OverrideState, message string) {
	if u == nil {
		return
	}
	switch state {
	case policy.Active:
		u.Overrides[o] = true
	case policy.Mismatched:
		if _, known := u.Mismatched[o]; !known {
			u.Mismatched[o] = message
		}
	}
}
