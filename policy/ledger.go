package policy

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// A Ledger keeps account of which paragraphs of a policy a run had use for, so
// that those without any can be reported. It is for one goroutine.
type Ledger struct {
	policy    *Policy
	now       time.Time
	functions map[*Function]bool
	overrides map[*Override]OverrideState
}

// NewLedger returns an empty account of p; now is the day of the run.
func NewLedger(p *Policy, now time.Time) *Ledger {
	return &Ledger{p, now, make(map[*Function]bool), make(map[*Override]OverrideState)}
}

// Function returns the paragraph that applies to an egress in the function
// symbol of package pkg, or nil, and notes its use.
func (l *Ledger) Function(pkg, symbol string) *Function {
	f := l.policy.FunctionFor(l.policy.Header.Module, pkg, symbol)
	if f != nil {
		l.functions[f] = true
	}
	return f
}

// Override returns the override that accepts a finding, or nil. It notes for
// all overrides how they stand to the finding.
func (l *Ledger) Override(rule, pkg, symbol, message string) *Override {
	var active *Override
	for i := range l.policy.Overrides {
		o := &l.policy.Overrides[i]
		state := o.State(rule, l.policy.Header.Module, pkg, symbol, message, l.now)
		if state.more(l.overrides[o]) {
			l.overrides[o] = state
		}
		if state == Active && active == nil {
			active = o
		}
	}
	return active
}

// A Complaint is a finding about the policy itself.
type Complaint struct {
	Finding string // rule/category
	Position
	Message string
}

// Complaints returns what the run showed about the policy, in the order of the
// file. Call it when all egress and all findings have been noted.
func (l *Ledger) Complaints() []Complaint {
	var out []Complaint
	add := func(finding string, pos Position, format string, args ...any) {
		out = append(out, Complaint{finding, pos, fmt.Sprintf(format, args...)})
	}
	l.unusedParagraphs(add)
	for i := range l.policy.Consents {
		if c := &l.policy.Consents[i]; c.Default == DefaultOn {
			add("policy/default-on", c.At("Default"), "consent %q is given by default; a yes must be the user's: write Default: off, and change the program", c.Name)
		}
	}
	for i := range l.policy.Overrides {
		o := &l.policy.Overrides[i]
		switch l.overrides[o] {
		case Unrelated:
			add("policy/unused-override", o.At("Override"), "there is no finding %s; delete this override", o.Finding)
		case Mismatched:
			add("policy/mismatched-override", o.At("Override"), "%s is found, but elsewhere or with another message than Scope and Context say; correct them", o.Finding)
		case Expired:
			add("policy/expired-override", o.At("Expires"), "this override ended on %s, and %s is found again; repair the cause, or justify it anew", o.Expires.Format(time.DateOnly), o.Finding)
		}
	}
	slices.SortStableFunc(out, func(a, b Complaint) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return out
}

// unusedParagraphs reports functions without egress, unless that is what they
// promise, and consents that no function asks for.
func (l *Ledger) unusedParagraphs(add func(finding string, pos Position, format string, args ...any)) {
	asked := make(map[string]bool)
	for i := range l.policy.Functions {
		f := &l.policy.Functions[i]
		for _, it := range f.Consent {
			asked[it.Value] = true
		}
		if !l.functions[f] && !f.silent() {
			add("policy/unused-paragraph", f.At("Function"), "no egress is in the Scope of function %q; delete the paragraph, or correct its Scope", f.Name)
		}
	}
	for i := range l.policy.Consents {
		if c := &l.policy.Consents[i]; !asked[c.Name] {
			add("policy/unused-paragraph", c.At("Consent"), "no Function names the consent %q; delete the paragraph, or name it", c.Name)
		}
	}
}
