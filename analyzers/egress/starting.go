package egress

import (
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// decideOff judges what happens only when something is set.
func (e *engine) decideOff(it item) decision {
	d := decision{ok: true, verdict: OptIn}
	all := addUses(e.near(it, e.open), e.starters(e.open))
	nearest := min(tryAlone, len(all))
	tried := 0
	for tried < nearest && len(d.switches) == 0 {
		d.switches = e.startsAlone(it, all[tried:tried+1])
		tried++
	}
	if s, ok := e.deployed(d.switches); ok {
		return e.decideDeployed(it, s)
	}
	d.switches = append(d.switches, e.starts(it, all[tried:])...)
	if !it.brief || byCommand(d.switches) { // other ways lead there by switches of their own
		rest := without(e.candidates(e.open, e.slice(e.open, it).Keys), all)
		d.switches = append(d.switches, e.starts(it, rest)...)
		all = append(all, rest...)
	}
	d.switches = e.settings(it, d.switches)
	if len(d.switches) > 1 {
		d.needs = Any
	}
	if len(d.switches) == 0 && (!it.brief || len(all) <= few) {
		d.switches, d.ok = e.together(it, all)
		d.needs = All
	}
	e.refused(it, &d)
	return d
}

// deployed returns the switch that starts an item if it is the only one, as far
// as is known, and says that the program is deployed.
func (e *engine) deployed(switches []decided) (decided, bool) {
	if len(switches) != 1 || e.given != "" || !e.world.Deployed(switches[0].value) {
		return decided{}, false
	}
	return switches[0], true
}

// decideDeployed judges what happens where the program is deployed, which is no
// consent: as on a fresh install, with that said.
func (e *engine) decideDeployed(it item, s decided) decision {
	set := map[eval.SwitchKey]string{s.use.Key: s.value}
	return e.decideWith(set, it, e.run(e.probe(set, nil), it))
}

// byCommand reports whether an item is started by commands that somebody types
// for it, and as far as is known by nothing else: a timer may do the same.
func byCommand(switches []decided) bool {
	for _, s := range switches {
		if s.use.Key.Kind != string(Command) {
			return false
		}
	}
	return len(switches) > 0
}

// settings leaves out the settings of files that start an item only because
// some file is there then, whatever it says: the file is what starts it.
func (e *engine) settings(it item, all []decided) []decided {
	isConfig := func(d decided) bool { return d.use.Key.Kind == string(Config) }
	rest := slices.DeleteFunc(slices.Clone(all), isConfig)
	if len(rest) == 0 || len(rest) == len(all) {
		return all
	}
	if r := e.probe(nobodyAsks(), nil); r != nil && r.happens(it) {
		return rest
	}
	return all
}

// starts finds the switches that start an item alone among many.
func (e *engine) starts(it item, all []*eval.SwitchUse) []decided {
	return e.startsAlone(it, e.starting(it, all))
}

// startsAlone finds the switches that start an item alone.
func (e *engine) startsAlone(it item, all []*eval.SwitchUse) []decided {
	var out []decided
	for _, s := range all {
		values := e.values(s)
		if len(values) > few && !e.mayStart(it, s) {
			continue
		}
		if v, r, ok := e.firstOf(s, values, func(r *outcome) bool { return r.happens(it) }); ok {
			out = append(out, e.decided(it, s, v, Starts, e.run(r, it), e.fresh))
		}
	}
	return out
}

// mayStart reports whether an item happens where a switch may have any value,
// which one run tells for all of them.
func (e *engine) mayStart(it item, s *eval.SwitchUse) bool {
	r := e.probe(nil, map[eval.SwitchKey]bool{s.Key: true})
	return r != nil && r.happens(it)
}

// together finds a minimal set of switches that have to be open for the item to
// happen, and a value for each. ok is false where one of them has two values
// only, with neither of which it happens.
func (e *engine) together(it item, all []*eval.SwitchUse) (out []decided, ok bool) {
	r := e.probe(nil, opened(all))
	if r == nil || !r.happens(it) {
		return nil, true
	}
	needed := e.needed(it, all)
	if len(needed) > few && e.probe(nil, opened(needed)) == nil { // runs were not made: it is not known which are needed
		return nil, true
	}
	open, set := opened(needed), map[eval.SwitchKey]string{}
	for _, s := range needed {
		delete(open, s.Key)
		for _, v := range e.values(s) {
			set[s.Key] = v
			if r := e.probe(set, open); r != nil && r.happens(it) {
				out = append(out, e.decided(it, s, v, Starts, e.run(r, it), e.fresh))
				break
			}
			delete(set, s.Key)
		}
		if _, ok := set[s.Key]; !ok { // some value that nobody here can guess
			if s.Type == ir.KBool && !e.spent {
				return nil, false
			}
			open[s.Key] = true
			out = append(out, e.decided(it, s, anyValue, Starts, e.run(r, it), e.fresh))
		}
	}
	return out, true
}

// needed are the switches of a list of which each has to be open for the item to
// happen: the list without what it does as well without. Variables are left out
// before what lasts, as a setting does, then what comes first in the list. Long
// lists lose whole pieces, smaller and smaller ones (Zeller, Hildebrandt 2002).
func (e *engine) needed(it item, all []*eval.SwitchUse) []*eval.SwitchUse {
	var list, lasting []*eval.SwitchUse
	for _, s := range all {
		if s.Key.Kind == string(Env) {
			list = append(list, s)
		} else {
			lasting = append(lasting, s)
		}
	}
	list = append(list, lasting...)
	size := 1
	for size*maxSingly < len(list) {
		size *= 2
	}
	for ; size > 0; size /= 2 {
		for at := 0; at < len(list); {
			end := min(at+size, len(list))
			rest := slices.Concat(list[:at], list[end:])
			if r := e.probe(nil, opened(rest)); r != nil && r.happens(it) {
				list = rest
			} else {
				at = end
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(s *eval.SwitchUse) bool { return !slices.Contains(list, s) })
}

// maxSingly is how long a list is whose switches are left out one by one.
const maxSingly = 8

// opened is a state in which switches may have any value.
func opened(list []*eval.SwitchUse) map[eval.SwitchKey]bool {
	out := map[eval.SwitchKey]bool{}
	for _, s := range list {
		out[s.Key] = true
	}
	return out
}

// anyValue stands for a value that is needed and not known.
const anyValue = "*"
