package policy

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// FunctionFor returns the paragraph that applies to the function symbol of
// package pkg, the last that matches, or nil. Module is what "./" means, the
// policy's own Module.
func (p *Policy) FunctionFor(module, pkg, symbol string) *Function {
	for i := len(p.Functions) - 1; i >= 0; i-- {
		if matchAny(p.Functions[i].Scope, module, pkg, symbol) {
			return &p.Functions[i]
		}
	}
	return nil
}

func matchAny(patterns []Item, module, pkg, symbol string) bool {
	return slices.ContainsFunc(patterns, func(it Item) bool {
		return Pattern(it.Value).Match(module, pkg, symbol)
	})
}

// ConsentNamed returns the Consent paragraph of the given name, or nil.
func (p *Policy) ConsentNamed(name string) *Consent {
	for i := range p.Consents {
		if p.Consents[i].Name == name {
			return &p.Consents[i]
		}
	}
	return nil
}

// IsProgram reports whether the behaviour of main package pkg counts: the
// header names it, or names none.
func (p *Policy) IsProgram(pkg string) bool {
	return len(p.Header.Programs) == 0 || matchAny(p.Header.Programs, p.Header.Module, pkg, "")
}

// CheckModule returns a positioned error if p is another module's policy. The
// built-in policy is everybody's.
func (p *Policy) CheckModule(module string) error {
	if p.Origin == BuiltIn || p.Header.Module == module {
		return nil
	}
	return &Error{p.Header.At("Module"), fmt.Sprintf("this is the policy of module %s, not of %s", p.Header.Module, module),
		"write Module: " + module + ", or give that module's policy"}
}

// CheckPackages is CheckModule where there are no modules, in GOPATH mode: the
// policy's Module must begin the import path of one of the audited packages.
func (p *Policy) CheckPackages(pkgs []string) error {
	module := p.Header.Module
	if p.Origin == BuiltIn || slices.ContainsFunc(pkgs, func(pkg string) bool {
		return below(module, pkg) || below(withoutMajor(module), pkg)
	}) {
		return nil
	}
	return &Error{p.Header.At("Module"), fmt.Sprintf("this is the policy of %s, and no audited package is below that path", module),
		"write as Module the import path that all of the program's packages begin with"}
}

// Names reports whether c is about the switch of the given kind with the given
// key, as users type it, or symbol, import/path:Type.Field.
func (c *Consent) Names(module string, kind Kind, key, symbol string) bool {
	if c.Kind != kind {
		return false
	}
	if kind == KindFlag {
		return strings.TrimLeft(c.Key, "-") == strings.TrimLeft(key, "-")
	}
	if pkg, name, ok := strings.Cut(symbol, ":"); ok && strings.Contains(c.Key, ":") {
		return Pattern(c.Key).Match(module, pkg, name)
	}
	return c.Key == key
}

// GrantedBy reports whether value means yes.
func (c *Consent) GrantedBy(value string) bool {
	return slices.ContainsFunc(c.Grants, func(it Item) bool {
		if least, ok := strings.CutPrefix(it.Value, ">="); ok {
			n, err := strconv.ParseInt(value, 10, 64)
			m, err2 := strconv.ParseInt(least, 10, 64)
			return err == nil && err2 == nil && n >= m
		}
		return it.Value == value
	})
}

// RefusedBy reports whether value makes a veto refuse. No value, "", never does.
func (c *Consent) RefusedBy(value string) bool {
	return value != "" && slices.ContainsFunc(c.Refuses, func(it Item) bool {
		return it.Value == "*" || it.Value == value
	})
}

// An OverrideState says how an override stands to a finding.
type OverrideState string

// The states, from none to full effect.
const (
	Unrelated  OverrideState = ""           // another finding
	Mismatched OverrideState = "mismatched" // this finding, in another place or with another message
	Expired    OverrideState = "expired"    // would accept it, but its last day is over
	Active     OverrideState = "active"     // accepts it
)

// OverrideFor returns the override that says most about a finding and how it
// stands to it; only [Active] accepts the finding. Rule is rule/category; pkg
// and symbol are where the finding's site is; now is the day of the run.
func (p *Policy) OverrideFor(rule, module, pkg, symbol, message string, now time.Time) (*Override, OverrideState) {
	var best *Override
	state := Unrelated
	for i := range p.Overrides {
		o := &p.Overrides[i]
		if s := o.State(rule, module, pkg, symbol, message, now); s.more(state) {
			best, state = o, s
		}
	}
	return best, state
}

// State says how o stands to a finding; see [Policy.OverrideFor].
func (o *Override) State(rule, module, pkg, symbol, message string, now time.Time) OverrideState {
	switch {
	case o.Finding != rule:
		return Unrelated
	case !matchAny(o.Scope, module, pkg, symbol), o.Context != "" && !glob(o.Context, message):
		return Mismatched
	case o.ExpiredOn(now):
		return Expired
	}
	return Active
}

// ExpiredOn reports whether the override's last day is before that of now.
func (o *Override) ExpiredOn(now time.Time) bool {
	return !o.Expires.IsZero() && now.UTC().Format(time.DateOnly) > o.Expires.Format(time.DateOnly)
}

func (s OverrideState) more(than OverrideState) bool {
	order := []OverrideState{Unrelated, Mismatched, Expired, Active}
	return slices.Index(order, s) > slices.Index(order, than)
}

// glob reports whether pattern matches all of s; * is any text, ? any one
// character. It goes back to the last * only, so it takes no more than
// len(pattern) times len(s) steps.
func glob(pattern, s string) bool {
	p, t := []rune(pattern), []rune(s)
	star, mark := -1, 0
	i, j := 0, 0
	for j < len(t) {
		switch {
		case i < len(p) && p[i] == '*':
			star, mark = i, j
			i++
		case i < len(p) && (p[i] == '?' || p[i] == t[j]):
			i++
			j++
		case star >= 0:
			mark++
			i, j = star+1, mark
		default:
			return false
		}
	}
	return strings.Trim(string(p[i:]), "*") == ""
}
