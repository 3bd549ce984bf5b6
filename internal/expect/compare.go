package expect

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// A Door is one way to run the rules.
type Door string

// The two doors.
const (
	Audit Door = "audit"
	Vet   Door = "vet"
)

// Through reports whether the finding is expected of door.
func (d Doors) Through(door Door) bool {
	return door == Audit && d.Audit || door == Vet && d.Vet
}

// DiffFindings says in what got, the findings of the door in the case's
// packages, differs from what is expected. Rules outside inForce are not
// looked at.
func (c Case) DiffFindings(door Door, got []Finding, inForce func(rule string) bool) (diff []string) {
	rest := slices.Clone(got)
	for _, want := range c.Findings {
		if !want.Through(door) || !inForce(want.Rule) {
			continue
		}
		i := slices.IndexFunc(rest, want.matches)
		if i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else if door == Audit || !c.VetAtMost {
			diff = append(diff, "missing: "+want.String())
		}
	}
	for _, f := range rest {
		if inForce(f.Rule) {
			diff = append(diff, "unexpected: "+f.String())
		}
	}
	return diff
}

func (f Finding) matches(got Finding) bool {
	return f.Rule == got.Rule && f.File == got.File && (f.Line == 0 || f.Line == got.Line)
}

func (f Finding) String() string { return fmt.Sprintf("%s:%d: %s", f.File, f.Line, f.Rule) }

// DiffBehaviours says in what got, the behaviours that the audit saw in the
// case's packages, differs from what is expected.
func (c Case) DiffBehaviours(got []Behaviour) (diff []string) {
	rest := slices.Clone(got)
	for _, want := range c.Behaviours {
		i := slices.IndexFunc(rest, func(b Behaviour) bool { return b.File == want.File && b.Line == want.Line })
		if i < 0 {
			diff = append(diff, "missing: "+want.String())
			continue
		}
		if why := want.differs(rest[i]); why != "" {
			diff = append(diff, fmt.Sprintf("%s: %s, got %s", want, why, rest[i]))
		}
		rest = slices.Delete(rest, i, i+1)
	}
	for _, b := range rest {
		diff = append(diff, "unexpected: "+b.String())
	}
	return diff
}

// differs names the first thing in which got is not what b expects.
func (b Behaviour) differs(got Behaviour) string {
	switch {
	case b.Verdict != got.Verdict:
		return "verdict"
	case b.Purpose != "any" && b.Purpose != got.Purpose:
		return "purpose"
	case !sameSwitches(b.Switches, got.Switches):
		return "switches"
	case b.Needs != "" && b.Needs != got.Needs:
		return "needs"
	case b.Trigger != "" && b.Trigger != got.Trigger:
		return "trigger"
	case b.Hosts != nil && !slices.Equal(sorted(b.Hosts), sorted(got.Hosts)):
		return "hosts"
	}
	return ""
}

// sameSwitches reports whether want and got are the same in any order. A
// caller switch counts only where it is wanted.
func sameSwitches(want, got []Switch) bool {
	rest := slices.Clone(got)
	for _, w := range want {
		i := slices.IndexFunc(rest, w.matches)
		if i < 0 {
			return false
		}
		rest = slices.Delete(rest, i, i+1)
	}
	return !slices.ContainsFunc(rest, func(s Switch) bool { return s.Kind != "caller" })
}

func (s Switch) matches(got Switch) bool {
	if s.Kind != got.Kind {
		return false
	}
	return s.Key == "" || s.Key == got.Key || s.Kind == "file" && s.Key == path.Base(got.Key)
}

func (b Behaviour) String() string {
	text := fmt.Sprintf("%s:%d: %s %s", b.File, b.Line, b.Verdict, b.Purpose)
	for _, s := range b.Switches {
		text += " " + strings.TrimSuffix(s.Kind+":"+s.Key, ":")
	}
	for _, extra := range []struct{ key, value string }{{"needs", b.Needs}, {"trigger", b.Trigger}, {"host", strings.Join(b.Hosts, ",")}} {
		if extra.value != "" {
			text += " " + extra.key + "=" + extra.value
		}
	}
	return text
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }
