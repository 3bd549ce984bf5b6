package expect_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/internal/expect"
)

const (
	noConsent = "telemetry/no-consent"
	defaultOn = "optout/default-on"
	decoy     = "telemetry/decoy-switch"
)

func TestFindingsOfADoorAreCompared(t *testing.T) {
	both := expect.Doors{Audit: true, Vet: true}
	at := func(rule string, line int) expect.Finding {
		return expect.Finding{Rule: rule, File: "a.go", Line: line}
	}
	want := func(rule string, line int, d expect.Doors) expect.Finding {
		return expect.Finding{Rule: rule, File: "a.go", Line: line, Doors: d}
	}
	for name, test := range map[string]struct {
		c    expect.Case
		door expect.Door
		got  []expect.Finding
		diff []string
	}{
		"same":                   {expect.Case{Findings: []expect.Finding{want(noConsent, 3, both)}}, expect.Vet, []expect.Finding{at(noConsent, 3)}, nil},
		"other line":             {expect.Case{Findings: []expect.Finding{want(noConsent, 3, both)}}, expect.Audit, []expect.Finding{at(noConsent, 4)}, []string{"missing: a.go:3: " + noConsent, "unexpected: a.go:4: " + noConsent}},
		"any line":               {expect.Case{Findings: []expect.Finding{want(noConsent, 0, both)}}, expect.Audit, []expect.Finding{at(noConsent, 4)}, nil},
		"twice":                  {expect.Case{Findings: []expect.Finding{want(noConsent, 3, both)}}, expect.Audit, []expect.Finding{at(noConsent, 3), at(noConsent, 3)}, []string{"unexpected: a.go:3: " + noConsent}},
		"other door":             {expect.Case{Findings: []expect.Finding{want(defaultOn, 3, expect.Doors{Audit: true})}}, expect.Vet, nil, nil},
		"vet may be silent":      {expect.Case{VetAtMost: true, Findings: []expect.Finding{want(defaultOn, 3, both)}}, expect.Vet, nil, nil},
		"audit may not":          {expect.Case{VetAtMost: true, Findings: []expect.Finding{want(defaultOn, 3, both)}}, expect.Audit, nil, []string{"missing: a.go:3: " + defaultOn}},
		"vet may not invent":     {expect.Case{VetAtMost: true}, expect.Vet, []expect.Finding{at(defaultOn, 3)}, []string{"unexpected: a.go:3: " + defaultOn}},
		"rule not in force":      {expect.Case{Findings: []expect.Finding{want(decoy, 3, both)}}, expect.Audit, nil, nil},
		"nothing may be added":   {expect.Case{}, expect.Audit, []expect.Finding{at("telemetry/blocking", 9)}, []string{"unexpected: a.go:9: telemetry/blocking"}},
		"but what no rule finds": {expect.Case{}, expect.Audit, []expect.Finding{at(decoy, 9)}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			inForce := func(rule string) bool { return rule != decoy }
			if diff := cmp.Diff(test.diff, test.c.DiffFindings(test.door, test.got, inForce)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBehavioursAreCompared(t *testing.T) {
	want := expect.Behaviour{
		File: "a.go", Line: 3, Verdict: "opt-out", Purpose: "usage", Needs: "any", Hosts: []string{"a.example", "b.example"},
		Switches: []expect.Switch{{Kind: "flag", Key: "usage"}, {Kind: "file", Key: "off"}, {Kind: "prompt"}},
	}
	same := want
	same.Trigger = "start"
	same.Hosts = []string{"b.example", "a.example"}
	same.Switches = []expect.Switch{{Kind: "prompt", Key: "Send?"}, {Kind: "file", Key: "~/.tool/off"}, {Kind: "flag", Key: "usage"}, {Kind: "caller", Key: "Force"}}
	other := func(change func(*expect.Behaviour)) []expect.Behaviour {
		b := same
		change(&b)
		return []expect.Behaviour{b}
	}
	c := expect.Case{Behaviours: []expect.Behaviour{want}}
	if diff := c.DiffBehaviours([]expect.Behaviour{same}); diff != nil {
		t.Errorf("the same differs: %q", diff)
	}
	for name, got := range map[string][]expect.Behaviour{
		"none":         nil,
		"two":          {same, same},
		"other line":   other(func(b *expect.Behaviour) { b.Line++ }),
		"verdict":      other(func(b *expect.Behaviour) { b.Verdict = "opt-in" }),
		"purpose":      other(func(b *expect.Behaviour) { b.Purpose = "crash" }),
		"needs":        other(func(b *expect.Behaviour) { b.Needs = "all" }),
		"host missing": other(func(b *expect.Behaviour) { b.Hosts = b.Hosts[:1] }),
		"more switches": other(func(b *expect.Behaviour) {
			b.Switches = append([]expect.Switch{{Kind: "env", Key: "X"}}, b.Switches...)
		}),
		"fewer switches": other(func(b *expect.Behaviour) { b.Switches = b.Switches[1:] }),
	} {
		t.Run(name, func(t *testing.T) {
			if c.DiffBehaviours(got) == nil {
				t.Error("no difference is seen")
			}
		})
	}
}
