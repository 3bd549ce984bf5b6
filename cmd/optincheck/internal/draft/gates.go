package draft

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// gates are the Consent paragraphs, one for each switch.
type gates struct {
	consents []policy.Consent
	names    map[string]string // of the switch, by kind and key
	taken    map[string]bool
}

func newGates() *gates { return &gates{names: map[string]string{}, taken: map[string]bool{}} }

// gated returns the switches that decide a behaviour of known purpose, but for
// those that no user sets.
func gated(b egress.Behaviour) (switches []egress.Switch) {
	for _, s := range b.Switches {
		if !s.Decoy && s.Kind != egress.Caller && b.Purpose != policy.UnknownPurpose {
			switches = append(switches, s)
		}
	}
	return switches
}

func id(s egress.Switch) string { return string(s.Kind) + " " + s.Key }

// deciding names the switches that decide a behaviour.
func deciding(b egress.Behaviour) (ids []string) {
	for _, s := range gated(b) {
		ids = append(ids, id(s))
	}
	return ids
}

// of returns the names of the consents that decide a behaviour.
func (g *gates) of(b egress.Behaviour) (names []string) {
	for _, s := range gated(b) {
		if g.names[id(s)] == "" {
			g.names[id(s)] = g.unique(s.Key)
			g.consents = append(g.consents, consent(g.names[id(s)], s))
		}
		names = append(names, g.names[id(s)])
	}
	return names
}

// unique makes one word of a key.
func (g *gates) unique(key string) string {
	words := strings.FieldsFunc(strings.ToLower(key), func(r rune) bool {
		return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	base := strings.Join(words, "-")
	if base == "" {
		base = "consent"
	}
	name := base
	for n := 2; g.taken[name]; n++ {
		name = fmt.Sprintf("%s-%d", base, n)
	}
	g.taken[name] = true
	return name
}

// consent describes a switch as it is today. One that has to be set to say no
// grants by default, or is a veto where no value means yes: both are for the
// author to change.
func consent(name string, s egress.Switch) policy.Consent {
	c := policy.Consent{Name: name, Kind: policy.Kind(s.Kind), Key: s.Key}
	switch {
	case s.Effect == egress.Starts:
		c.Grants, c.Default = value(s.Value), policy.DefaultOff
		if s.Kind == egress.Prompt {
			c.Default = policy.DefaultAsk
		}
	case s.Default != "" && s.Default != "nil" && !strings.Contains(s.Default, "|"):
		c.Grants, c.Default = value(s.Default), policy.DefaultOn
	default:
		c.Refuses, c.Default = value(s.Value), policy.DefaultVeto
	}
	return c
}

// value is a list of one value, and nothing for one that cannot stand there.
func value(v string) []policy.Item {
	if v == "" || v == "*" || strings.ContainsAny(v, " \t\n") || strings.ContainsAny(v[:1], "<>!#") {
		return nil
	}
	return items(nil, v)
}
