package egress

import (
	"fmt"
	"github.com/optincheck/optincheck/policy"
	"slices"
)

// late finds what is asked for too early: a behaviour that waits for nobody's
// yes, and that only prepares one that does. items are those of all.
func (e *engine) late(all []Behaviour, items []item) {
	for i := range all {
		for j := range all {
			if i != j && gated(all[j]) && e.prepares(all, items, i, j) {
				e.ahead(&all[i], all[j])
				break
			}
		}
	}
}

// gated reports whether b is a report that waits for a yes. Looking for a new
// version before installing one is not fetching what to report.
func gated(b Behaviour) bool {
	switch b.Purpose {
	case policy.UnknownPurpose, policy.Update:
		return false
	}
	return b.Verdict == OptIn && !b.UserInitiated && !b.Caller
}

// prepares reports whether all[i] resolves the host of all[j] for nobody else,
// or fetches what goes into all[j] or decides it.
func (e *engine) prepares(all []Behaviour, items []item, i, j int) bool {
	a, b := &all[i], &all[j]
	if a.Verdict != Unconditional && a.Verdict != OptOut || a.SDK != "" { // an SDK sends, and fetches for itself
		return false
	}
	unknown := a.Purpose == policy.UnknownPurpose
	if unknown && !shareHost(a, b) || !unknown && a.Purpose != b.Purpose {
		return false
	}
	if e.looksUp(items[i]) && shareHost(a, b) {
		return !slices.ContainsFunc(all, func(c Behaviour) bool {
			return c.Purpose != b.Purpose && c.Site != a.Site && shareHost(&c, b)
		})
	}
	from, to := e.open.Sites(e.audited)[items[i].site], e.open.Sites(e.audited)[items[j].site]
	return from != nil && to != nil && e.open.Feeds(from, to)
}

// ahead notes where the gate stands that a passes by, and that it is for the
// same purpose.
func (e *engine) ahead(a *Behaviour, b Behaviour) {
	gate := Place{File: b.Site.File, Line: b.Site.Line, Column: b.Site.Column}
	if len(b.Switches) > 0 && b.Switches[0].DecidedAt.Line > 0 {
		gate = b.Switches[0].DecidedAt
	}
	a.Ahead = &gate
	if a.Purpose == policy.UnknownPurpose {
		e.is(a, string(b.Purpose), fmt.Sprintf("it prepares what %s sends to the same host", b.Site.Func))
	}
}

// looksUp reports whether an item only resolves names.
func (e *engine) looksUp(it item) bool {
	site := e.open.Sites(e.audited)[it.site]
	return site != nil && !slices.ContainsFunc(site.Sinks, func(symbol string) bool {
		s, ok := e.world.Sink(symbol)
		return !ok || s.Kind != "lookup"
	})
}

func shareHost(a, b *Behaviour) bool {
	return slices.ContainsFunc(a.Hosts, func(h string) bool {
		return h != policy.HostUser && h != "*" && slices.Contains(b.Hosts, h)
	})
}
