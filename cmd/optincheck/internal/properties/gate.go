package properties

import (
	"go/token"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// A gateway is what the decision about consent rests on.
type gateway struct {
	records []tokenFile // files of the user's
	decodes []event     // of what they hold
	envs    []event     // variables
	lookups []event     // files of the administrator that are looked for
}

// gateway finds what decides: whatever the decision rests on that keeps
// identifiers from being minted, or what sets the switch that is on by default.
func (x *extraction) gateway() *gateway {
	if x.gates != nil {
		return x.gates
	}
	x.gates = &gateway{}
	if x.toggle != nil {
		for _, s := range x.p.FieldStores(x.toggle) {
			x.through(s.Val)
			for _, g := range flow.Guards(s.Block()) {
				x.through(g.If.Cond)
			}
		}
		return x.gates
	}
	for _, m := range x.mints {
		for _, chain := range x.chains(m.call.Parent()) {
			for _, g := range guardsOn(chain, m.call) {
				if outcome, ok := x.off.Decided(g.If); ok && outcome != g.Holds {
					x.through(g.If.Cond)
				}
			}
		}
	}
	return x.gates
}

// through notes what a value rests on.
func (x *extraction) through(v ssa.Value) {
	if x.passed[v] {
		return
	}
	x.passed[v] = true
	g := x.gates
	note := func(list *[]event, e event) {
		if !slices.ContainsFunc(*list, func(have event) bool { return have.call == e.call }) {
			*list = append(*list, e)
		}
	}
	x.p.Walk(v, nil, flow.Options{Implicit: true}, func(n *flow.Node) bool {
		e, ok := x.roleOf(n.Value)
		if !ok {
			return true
		}
		switch e.entry.Role {
		case "decode":
			note(&g.decodes, e)
		case "env":
			note(&g.envs, e)
			return false
		case "lookup":
			if x.class(e.arg("path")) == situation.System {
				note(&g.lookups, e)
			}
			return false
		case "read", "open":
			x.record(e, n.Context)
			return false
		}
		return true
	})
}

// record notes a file that a decision rests on, by the name that it has in the
// context.
func (x *extraction) record(e event, context *flow.Context) {
	if !x.reads(e) {
		return
	}
	inside := map[ssa.CallInstruction]bool{}
	for c := context; c != nil; c = c.Up {
		inside[c.Call] = true
	}
	for _, n := range x.namings(e) {
		matches := context == nil || !slices.ContainsFunc(n.chain, func(e flow.Edge) bool { return !inside[e.Call] })
		known := slices.ContainsFunc(x.gates.records, func(r tokenFile) bool { return r.call == n.call })
		if matches && !known && x.classOf(n) == situation.User {
			x.gates.records = append(x.gates.records, tokenFile{n, e})
		}
	}
}

// gate is where a decision keeps identifiers from being minted when consent is
// not there.
func (x *extraction) gate() token.Pos {
	for _, m := range x.mints {
		for _, chain := range x.chains(m.call.Parent()) {
			for _, g := range guardsOn(chain, m.call) {
				if outcome, ok := x.off.Decided(g.If); ok && outcome != g.Holds {
					return condPos(g.If)
				}
			}
		}
	}
	if len(x.mints) > 0 {
		return x.mints[0].call.Pos()
	}
	return token.NoPos
}
