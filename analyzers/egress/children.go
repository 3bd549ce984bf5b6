package egress

import (
	"maps"
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
)

// A child is the program's own executable, run by the program: with a command,
// flags or variables that are the program's doing and nobody's switch.
type child struct {
	eval.Child
	key string
	run *eval.Run
}

// maxChildren bounds the different ways in which a program runs itself that are
// followed.
const maxChildren = 4

// children evaluates the program as it starts itself in a run. What those start
// in turn is not followed.
func (e *engine) children(r *eval.Run, s eval.State) []child {
	return e.evaluate(e.started(r), s)
}

// started lists the different ways in which the program starts itself in a run.
// A child that is given only what the program never asks for would do what the
// program does, and is left out, as is one that went just its way on a fresh
// install: what tells them apart only where something is set is not seen.
func (e *engine) started(r *eval.Run) (out []child) {
	for _, c := range r.Children() {
		key := probeKey(c.Set, nil)
		known := slices.ContainsFunc(out, func(other child) bool { return other.key == key })
		if !known && len(out) < maxChildren && !e.dull[key] && !r.Same(c.Set) {
			out = append(out, child{Child: c, key: key})
		}
	}
	return out
}

// follow evaluates the children on a fresh install and leaves out those that go
// just the way of the program.
func (e *engine) follow() {
	e.dull = map[string]bool{}
	for _, c := range e.children(e.fresh, e.state(nil, nil)) {
		if e.dull[c.key] = c.run.Alike(e.fresh); !e.dull[c.key] {
			e.kids = append(e.kids, c)
		}
	}
}

// evaluate runs children of a program that runs in a state.
func (e *engine) evaluate(started []child, s eval.State) []child {
	out := slices.Clone(started)
	for i, c := range out {
		given := s
		given.Set = maps.Clone(s.Set)
		maps.Copy(given.Set, c.Set)
		out[i].run = e.prog.Evaluate(e.world, e.roots, given)
	}
	return out
}

// inChild returns the child in which an item happens on a fresh install, if it
// does not happen in the program itself.
func (e *engine) inChild(it item) (child, bool) {
	for _, c := range e.kids {
		if e.happens(c.run, it) {
			return c, true
		}
	}
	return child{}, false
}

// unasked are the runs of the program and its children on a fresh install.
func (e *engine) unasked() []*eval.Run {
	out := []*eval.Run{e.fresh}
	for _, c := range e.kids {
		out = append(out, c.run)
	}
	return out
}

// closed are the runs that are made whatever is asked, the open one aside.
func (e *engine) closed() []*eval.Run {
	out := e.unasked()
	if e.later != nil {
		out = append(out, e.later)
	}
	return out
}

// runOf is the run in which an item is described: the first in which it
// happens.
func (e *engine) runOf(it item) *eval.Run {
	for _, r := range e.closed() {
		if e.happens(r, it) {
			return r
		}
	}
	if e.judgedThere[it] && e.happens(e.withSettings, it) {
		return e.withSettings
	}
	return e.open
}

// starters are the switches that the starts of children rest on.
func (e *engine) starters(r *eval.Run) []*eval.SwitchUse {
	var out []*eval.SwitchUse
	for _, c := range r.Children() {
		out = addUses(out, e.candidates(r, r.ChildKeys(c)))
	}
	return out
}

// decideChild judges what happens in a child on a fresh install.
func (e *engine) decideChild(it item, c child) decision {
	e.side = c.key
	d := e.decideOn(it, c.run)
	e.side = ""
	return d
}

// notGiven leaves out what the program gives its child.
func (e *engine) notGiven(all []*eval.SwitchUse) []*eval.SwitchUse {
	for _, c := range e.kids {
		if c.key == e.side {
			return slices.DeleteFunc(all, func(s *eval.SwitchUse) bool { _, given := c.Set[s.Key]; return given })
		}
	}
	return all
}

// givesChild reports whether the program gives a child that value of a switch.
func (e *engine) givesChild(k eval.SwitchKey, v string) bool {
	return slices.ContainsFunc(e.kids, func(c child) bool {
		given, ok := c.Set[k]
		return ok && given == v
	})
}

// startingBranch finds the branch at which a switch decides whether the child
// that is judged is started. off is a run in which it is not.
func (e *engine) startingBranch(s *eval.SwitchUse, off *eval.Run) (eval.Branch, bool) {
	for _, c := range e.kids {
		if c.key != e.side {
			continue
		}
		for _, b := range e.fresh.Diverging(off, e.fresh.ChildSlice(c.Child)) {
			if e.fresh.RestsOn(b, s.Key) || off.RestsOn(b, s.Key) {
				return b, true
			}
		}
	}
	return eval.Branch{}, false
}

// calmRun returns the run in which an item happens when nothing goes wrong, nil
// if it does not happen then.
func (e *engine) calmRun(it item) *eval.Run {
	if e.base.Later != nil || e.given != "" || e.thrifty && e.budget <= 0 {
		return nil
	}
	if e.calm == nil {
		e.calmly = true
		s := e.state(nil, nil)
		r := e.prog.Evaluate(e.world, e.roots, s)
		e.calm = []*eval.Run{r}
		if e.thrifty {
			e.budget -= r.Steps()
		}
		for _, c := range e.children(r, s) {
			e.calm = append(e.calm, c.run)
		}
		e.calmly = false
	}
	for _, r := range e.calm {
		if e.happens(r, it) {
			return r
		}
	}
	return nil
}
