// Package versions tells what changed between two audits of a program, and
// whether it got worse: whether something is said that nobody has said yes to.
//
// Behaviours are paired by function, purpose and hosts, then by what is left of
// these, so that code may move and functions may be renamed. What finds no
// partner is new, or gone. Lines never count.
package versions

import (
	"cmp"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/policy"
)

// A Kind says what changed.
type Kind string

// The kinds of change, in the order of risk.
const (
	GateRemoved     Kind = "gate-removed"     // a switch decided; now nothing stops it
	DefaultFlipped  Kind = "default-flipped"  // needed a yes; now it needs a no
	NewHost         Kind = "new-host"         // a new behaviour, to a host that was told nothing before
	NewBehaviour    Kind = "new-behaviour"    // a new behaviour, to a host that was told something before
	HostChanged     Kind = "host-changed"     // the same behaviour talks to other hosts
	GateWeakened    Kind = "gate-weakened"    // less starts it, or less of what stopped it does
	GateUnclear     Kind = "gate-unclear"     // a switch decided; now nobody can tell
	NewIdentifier   Kind = "new-identifier"   // more about the user or the machine is sent
	DeclaredPrimary Kind = "declared-primary" // what needed consent is now declared to need none
	VerdictSettled  Kind = "verdict-settled"  // nobody could tell; now the verdict is known
	GateAdded       Kind = "gate-added"       // more is needed for it, or more stops it
	Removed         Kind = "removed"          // does not happen any more
)

var byRisk = []Kind{
	GateRemoved, DefaultFlipped, NewHost, NewBehaviour, HostChanged, GateWeakened, GateUnclear,
	NewIdentifier, DeclaredPrimary, VerdictSettled, GateAdded, Removed,
}

// A Change is one difference between two audits.
type Change struct {
	Kind  Kind              `json:"kind"`
	Worse bool              `json:"worse"`
	Old   *egress.Behaviour `json:"old"` // null for a new behaviour
	New   *egress.Behaviour `json:"new"` // null for a behaviour that is gone
}

// behaviour returns the behaviour that the change is about.
func (c Change) behaviour() *egress.Behaviour { return cmp.Or(c.New, c.Old) }

// Compare returns what changed from old to new, the worst first.
func Compare(old, new report.Document) []Change {
	pairs := pair(old.Behaviours, new.Behaviours)
	before := known(old.Behaviours)
	var changes []Change
	for _, p := range pairs {
		changes = append(changes, before.changes(p)...)
	}
	slices.SortStableFunc(changes, func(a, b Change) int {
		return cmp.Or(
			worstFirst(a, b),
			cmp.Compare(slices.Index(byRisk, a.Kind), slices.Index(byRisk, b.Kind)),
			strings.Compare(a.behaviour().ID, b.behaviour().ID),
		)
	})
	return changes
}

func worstFirst(a, b Change) int {
	switch {
	case a.Worse == b.Worse:
		return 0
	case a.Worse:
		return -1
	}
	return 1
}

// Worse reports whether any change is for the worse.
func Worse(changes []Change) bool {
	return slices.ContainsFunc(changes, func(c Change) bool { return c.Worse })
}

// A past is what was there before.
type past struct {
	hosts  map[string]bool
	starts map[string]bool // switches that started something: users have set them
}

func known(behaviours []egress.Behaviour) past {
	p := past{map[string]bool{}, map[string]bool{}}
	for _, b := range behaviours {
		for _, h := range b.Hosts {
			p.hosts[h] = true
		}
		if b.Verdict == egress.OptIn {
			for _, s := range b.Switches {
				p.starts[name(s)] = true
			}
		}
	}
	return p
}

// changes says how the two sides of a pair differ.
func (p past) changes(of couple) []Change {
	switch {
	case of.old == nil:
		return []Change{p.added(of.new)}
	case of.new == nil:
		return []Change{{Kind: Removed, Old: of.old}}
	}
	var out []Change
	add := func(kind Kind, worse bool) { out = append(out, Change{kind, worse, of.old, of.new}) }
	needs := of.new.Purpose != policy.Primary // consent
	if len(of.old.Purpose) > 0 && of.old.Purpose != policy.Primary && !needs {
		add(DeclaredPrimary, of.new.Verdict != egress.OptIn)
	}
	if kind, worse, changed := gate(of.old, of.new); changed {
		add(kind, worse && needs)
	}
	if !subset(of.new.Hosts, of.old.Hosts) || len(of.new.Hosts) == 0 && len(of.old.Hosts) > 0 {
		add(HostChanged, needs)
	}
	if !subset(of.new.Sources(), of.old.Sources()) {
		add(NewIdentifier, needs)
	}
	return out
}

// added judges a new behaviour. One that needs a yes is for the worse only if
// the yes may have been given before, to something else.
func (p past) added(b *egress.Behaviour) Change {
	kind := NewBehaviour
	if slices.ContainsFunc(b.Hosts, func(h string) bool { return !p.hosts[h] }) || len(b.Hosts) == 0 {
		kind = NewHost
	}
	said := b.Verdict == egress.OptIn && (b.UserInitiated || !p.granted(b))
	return Change{kind, b.Purpose != policy.Primary && !said, nil, b}
}

// granted reports whether users can have set already what starts b.
func (p past) granted(b *egress.Behaviour) bool {
	return slices.ContainsFunc(enough(b), func(set []string) bool {
		return !slices.ContainsFunc(set, func(s string) bool { return !p.starts[s] })
	})
}

func subset(part, of []string) bool {
	return !slices.ContainsFunc(part, func(s string) bool { return !slices.Contains(of, s) })
}
