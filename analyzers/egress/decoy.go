package egress

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/policy"
)

// What a decoy does instead of stopping the behaviour.
const (
	changesData = "it changes only what is sent"
	stopsSome   = "it stops only some of the ways to it"
	goesOn      = "it is tested on the way, which goes on all the same"
	elsewhere   = "nothing on the way to it rests on that"
)

// decoys finds the switches that promise to stop what happens, by their names or
// by saying no where they guard it, and with which it happens all the same. items
// are those of all. It comes after all verdicts, which need the budget more.
func (e *engine) decoys(all []Behaviour, items []item) {
	var promise, guard []trial
	for i := range all {
		b := &all[i]
		fresh := b.Verdict == Unconditional || b.Verdict == OptOut
		other := b.Refusal != nil || b.Ahead != nil // said in other words already
		if !fresh || other || b.Purpose == policy.UnknownPurpose || !e.happens(e.fresh, items[i]) {
			continue
		}
		steps, _ := e.fresh.PathFrom(e.fresh.Sites(e.audited)[items[i].site], items[i].root)
		guards := e.fresh.KeysOf(e.fresh.Guards(steps))
		for _, s := range addUses(e.fresh.Switches(), e.open.Switches()) {
			switch {
			case !settable(s) || decides(b.Switches, s.Key):
			case e.promises(s, b):
				promise = append(promise, trial{i, s})
			case guards[s.Key] && e.world.Negative(s.Key.Key):
				guard = append(guard, trial{i, s})
			}
		}
	}
	e.vain(all, items, promise)
	left := e.freeLeft
	e.freeLeft = 0 // for a no to something else none is free
	e.vain(all, items, guard)
	e.freeLeft = left
}

// A trial is a switch that is tried on a behaviour, by its number.
type trial struct {
	of  int
	use *eval.SwitchUse
}

// vain adds the switches that say no to a behaviour in vain. What is tried on
// several is tried on them in a row, while its run is there to be looked into.
func (e *engine) vain(all []Behaviour, items []item, trials []trial) {
	rank := map[eval.SwitchKey]int{}
	for _, t := range trials {
		if _, ok := rank[t.use.Key]; !ok {
			rank[t.use.Key] = len(rank)
		}
	}
	bySwitch := slices.Clone(trials)
	slices.SortStableFunc(bySwitch, func(a, b trial) int { return rank[a.use.Key] - rank[b.use.Key] })
	found := map[trial]Switch{}
	for _, t := range bySwitch {
		if value, run := e.inVain(t.use, items[t.of]); run != nil {
			found[t] = e.decoy(t.use, value, items[t.of], e.run(run, items[t.of]))
		}
	}
	for _, t := range trials {
		if s, ok := found[t]; ok {
			all[t.of].Switches = append(all[t.of].Switches, s)
		}
	}
}

// settable reports whether a user gives the switch a value.
func settable(s *eval.SwitchUse) bool {
	switch SwitchKind(s.Key.Kind) {
	case Env, Flag, Config, Prompt:
		return true
	}
	return false
}

// decides reports whether a switch is among those that decide.
func decides(switches []Switch, k eval.SwitchKey) bool {
	return slices.ContainsFunc(switches, func(s Switch) bool { return string(s.Kind) == k.Kind && s.Key == k.Key })
}

// promises reports whether a user may take it from a switch's name that it
// decides b. A flag that looks for updates when given promises nothing about
// when it is not; nor does a switch of another module about this one, but for
// that of the SDK that sends.
func (e *engine) promises(s *eval.SwitchUse, b *Behaviour) bool {
	negative := e.world.Negative(s.Key.Key)
	purpose, ok := e.world.Promise(s.Key.Key)
	if !ok || purpose != string(b.Purpose) || purpose == string(policy.Update) && !negative && s.DefaultText() == "false" {
		return false
	}
	at, known := s.Asked()
	u := e.prog.UnitOf(at.Fn)
	return !known || u == nil || u.Module == b.Module || b.SDK != "" && strings.HasPrefix(u.Path, b.SDK)
}

// onTheWay reports whether a branch on the way to an item tests a switch.
func (e *engine) onTheWay(s *eval.SwitchUse, it item) bool {
	steps, _ := e.fresh.PathFrom(e.fresh.Sites(e.audited)[it.site], it.root)
	return e.fresh.KeysOf(e.fresh.Branches(steps))[s.Key]
}

// inVain returns a no that a switch says and what it comes to, if the item
// happens whatever no it says; nil if it does not, or if nobody can tell.
func (e *engine) inVain(s *eval.SwitchUse, it item) (value string, run *outcome) {
	for _, v := range e.refusing(s) {
		o := e.probe(map[eval.SwitchKey]string{s.Key: v}, nil)
		if o == nil || !o.happens(it) {
			return "", nil
		}
		if run == nil {
			value, run = v, o
		}
	}
	return value, run
}

// refusing are the values of a switch that say no: those that the program knows,
// else a common one.
func (e *engine) refusing(s *eval.SwitchUse) []string {
	var out []string
	for _, v := range append(e.allValues(s), "1", "0") {
		if e.saysNo(s.Key.Key, v) && (len(out) == 0 || v != "0" && v != "1") {
			out = append(out, v)
		}
	}
	return out
}

// saysNo reports whether a switch of that name refuses at a value.
func (e *engine) saysNo(name, value string) bool {
	switch strings.ToLower(value) {
	case "", "0", "-1", "false", "off", "no", "n", "never", "none", "nil", "disabled", "disable":
		return !e.world.Negative(name)
	}
	return e.world.Negative(name)
}

// decoy describes a switch that does not stop an item: what it does instead, and
// the way that remains.
func (e *engine) decoy(s *eval.SwitchUse, value string, it item, run *eval.Run) Switch {
	d := e.switchOf(e.decided(it, s, value, Stops, e.fresh, run))
	d.Decoy = true
	yes := e.willing(s, it)
	_, ways := yes.PathFrom(yes.Sites(e.audited)[it.site], it.root)
	after, left := run.PathFrom(run.Sites(e.audited)[it.site], it.root)
	d.Remains = frames(after)
	switch sent := e.fresh.Sent(e.fresh.Sites(e.audited)[it.site]); {
	case slices.Contains(sent, s.Key):
		d.Misses = changesData
	case left < ways:
		d.Misses = stopsSome
	case e.onTheWay(s, it):
		d.Misses = goesOn
	default:
		d.Misses = elsewhere
	}
	return d
}

// willing is a run in which a switch says yes.
func (e *engine) willing(s *eval.SwitchUse, it item) *eval.Run {
	if !e.saysNo(s.Key.Key, s.DefaultText()) {
		return e.fresh
	}
	for _, v := range e.allValues(s) {
		if e.saysNo(s.Key.Key, v) {
			continue
		}
		if o := e.probe(map[eval.SwitchKey]string{s.Key: v}, nil); o != nil && o.happens(it) {
			return e.run(o, it)
		}
		break
	}
	return e.fresh
}

// frames are the steps of a path as they are shown.
func frames(steps []eval.Step) []Frame {
	var out []Frame
	for _, st := range steps {
		out = append(out, Frame{Func: st.Fn, File: st.File, Line: int(st.Pos.Line)})
	}
	return out
}
