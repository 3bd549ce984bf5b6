package egress

import (
	"slices"
	"sort"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/policy"
)

// A Claim is a consent that a policy names for a behaviour. It is true if the
// consent is necessary: with everything else granted and this one refused, the
// behaviour does not happen.
type Claim struct {
	Consent string // its name
	Kind    SwitchKind
	Key     string // as the policy has it
	Default policy.Default
	Names   func(kind SwitchKind, key, symbol string) bool // of a switch: it is the one
	Denies  func(value string) bool                        // the value is no yes; of a veto: a no
}

// NotHeld says that a claim is not true.
type NotHeld struct {
	Claim Claim
	Asked bool    // the program asks for it at all
	Unset bool    // it happens while nobody has set it
	Value string  // else: it happens at this value
	Path  []Frame // on which it happens
}

// claims tests what the policy claims about behaviours. items are those of all.
func (e *engine) claims(all []Behaviour, items []item) {
	if e.claimed == nil {
		return
	}
	for i := range all {
		list := e.claimed(all[i])
		for _, c := range list {
			if no, ok := e.refute(c, list, &all[i], items[i]); ok {
				all[i].NotHeld = append(all[i].NotHeld, no)
			}
		}
	}
}

// unionNotHeld joins what is said of two ways to one behaviour, once for each consent.
func unionNotHeld(a, b []NotHeld) []NotHeld {
	for _, no := range b {
		if !slices.ContainsFunc(a, func(x NotHeld) bool { return x.Claim.Consent == no.Claim.Consent }) {
			a = append(a, no)
		}
	}
	return a
}

// refute looks for a way in which an item happens although a claimed consent is
// not given. b is its behaviour, all what is claimed about it.
func (e *engine) refute(c Claim, all []Claim, b *Behaviour, it item) (NotHeld, bool) {
	keys := e.keysOf(c, b)
	no := NotHeld{Claim: c, Asked: len(keys) > 0}
	if c.Default == policy.DefaultOff || c.Default == policy.DefaultAsk || !no.Asked {
		if path := e.grantedBut(keys, nil, all, it); path != nil {
			no.Unset, no.Path = true, path
			return no, true
		}
	}
	for _, v := range e.denied(c, keys) {
		if path := e.grantedBut(keys, &v, all, it); path != nil {
			no.Value, no.Path = v, path
			return no, true
		}
	}
	return no, false
}

// keysOf are the switches that a claim is about. A function that is a gate is
// no switch by itself: its answer is. A setting of a file that the program reads
// in its own way shows as that file, and a question by other words is the one
// that decides.
func (e *engine) keysOf(c Claim, b *Behaviour) (keys []eval.SwitchKey) {
	if c.Kind == Function {
		for _, symbol := range e.open.Functions() {
			if c.Names(Function, "", symbol) {
				keys = append(keys, eval.SwitchKey{Kind: string(Function), Key: symbol})
			}
		}
		return keys
	}
	for _, s := range addUses(e.open.Switches(), e.fresh.Switches()) {
		if c.Names(SwitchKind(s.Key.Kind), s.Key.Key, s.Symbol) {
			keys = append(keys, s.Key)
		}
	}
	if len(keys) > 0 {
		return keys
	}
	kept := map[SwitchKind]SwitchKind{Config: File, File: File, Prompt: Prompt}[c.Kind]
	for _, s := range b.Switches { // the setting may stand in each of the files
		if kept != "" && s.Kind == kept && !s.Decoy {
			keys = append(keys, eval.SwitchKey{Kind: string(s.Kind), Key: s.Key})
		}
	}
	return keys
}

// denied are the values of a consent that are tried: those that the program
// knows, and that do not grant it.
func (e *engine) denied(c Claim, keys []eval.SwitchKey) (out []string) {
	for _, k := range keys {
		for _, v := range e.known(k) {
			if c.Denies(v) {
				out = appendNew(out, v)
			}
		}
	}
	return out
}

// known are the values of a switch that the program knows, or the answers of a
// function.
func (e *engine) known(k eval.SwitchKey) []string {
	if k.Kind == string(Function) {
		return e.open.Answers(k.Key)
	}
	for _, r := range []*eval.Run{e.open, e.fresh} {
		if s := r.Switch(k); s != nil && k.Kind != string(File) {
			return e.allValues(s)
		}
	}
	return nil
}

// grantedBut returns the way on which an item happens where everything is
// granted but the switches of keys, which are at value, or not set where that is
// nil; nil if there is none that is sure.
func (e *engine) grantedBut(keys []eval.SwitchKey, value *string, all []Claim, it item) []Frame {
	s := e.openState()
	s.CallerAny = true // what callers give is granted, too
	s.Unset = map[eval.SwitchKey]bool{}
	for _, k := range e.commands() {
		if !slices.ContainsFunc(all, func(c Claim) bool { return c.Names(Command, k.Key, "") }) {
			s.Unset[k] = true
		}
	}
	for _, k := range keys {
		if value == nil {
			s.Unset[k] = true
		} else {
			s.Set[k] = *value
		}
	}
	for _, r := range e.granted(s) {
		if !e.happens(r, it) {
			continue
		}
		steps, _ := r.PathFrom(r.Sites(e.audited)[it.site], it.root)
		if !slices.ContainsFunc(steps, eval.Step.Guessed) {
			return frames(steps)
		}
	}
	return nil
}

// granted are the runs of a state, of the program and of the children that it
// starts there. Several items ask for the same ones.
func (e *engine) granted(s eval.State) []*eval.Run {
	key := stateKey(s)
	if e.grantedAt != key || e.grantedRuns == nil {
		r := e.prog.Evaluate(e.world, e.roots, s)
		e.grantedAt, e.grantedRuns = key, []*eval.Run{r}
		for _, c := range e.children(r, s) {
			e.grantedRuns = append(e.grantedRuns, c.run)
		}
	}
	return e.grantedRuns
}

func stateKey(s eval.State) string {
	var parts []string
	for k := range s.Unset {
		parts = append(parts, k.Kind+":"+k.Key)
	}
	sort.Strings(parts)
	return probeKey(s.Set, nil) + "\x00\x00" + strings.Join(parts, "\x00")
}

// commands are those that are a yes of their own, because they are named for
// what they do, and those that the program gives its children.
func (e *engine) commands() (keys []eval.SwitchKey) {
	given := map[eval.SwitchKey]bool{}
	for _, r := range append(e.unasked(), e.open) {
		for _, c := range r.Children() {
			for k := range c.Set {
				given[k] = true
			}
		}
	}
	for _, s := range e.open.Switches() {
		if s.Key.Kind != string(Command) {
			continue
		}
		if _, ok := e.world.UserCommand(strings.Fields(s.Key.Key)); ok || given[s.Key] {
			keys = append(keys, s.Key)
		}
	}
	return keys
}
