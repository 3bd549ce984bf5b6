package egress

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// A decision is what the questions found out about an item.
type decision struct {
	ok       bool // it happens at all
	verdict  Verdict
	reason   string
	switches []decided
	needs    Needs
	bypass   *decided // a caller's switch that sends although the others say no
	notice   *Place   // where the program brings about the state in which it happens
	refusal  bool     // the answer no is sent
	caller   bool     // some choice of the caller makes it stop
}

// A decided switch stops or starts an item, with the branch that does it.
type decided struct {
	use    *eval.SwitchUse
	value  string
	effect Effect
	branch eval.Branch
	found  bool // branch was found
}

// decide gives an item its verdict.
func (e *engine) decide(it item) decision {
	switch {
	case e.lostWithoutSettings(it):
		return e.decideNeeded(it)
	case e.happens(e.fresh, it):
		d := e.decideOn(it, e.fresh)
		e.refused(it, &d)
		return d
	}
	if c, ok := e.inChild(it); ok {
		return e.decideChild(it, c)
	}
	switch {
	case e.later != nil && e.happens(e.later, it):
		return e.decideLater(it)
	case e.needsSettings(it):
		return e.decideNeeded(it)
	case e.happens(e.open, it):
		return e.decideOff(it)
	}
	return decision{}
}

// slice returns what an item rests on in a run.
func (e *engine) slice(r *eval.Run, it item) eval.Slice {
	return r.Slice(r.Sites(e.audited)[it.site])
}

// decideOn judges what happens on a fresh install.
func (e *engine) decideOn(it item, on *eval.Run) decision {
	d := decision{ok: true, verdict: Unconditional}
	fresh := on
	if r := e.calmRun(it); r != nil {
		on, e.calmly = r, true
		defer func() { e.calmly = false }()
	}
	near := e.near(it, on)
	callers, others := e.split(near)
	if it.brief && e.promised(it, others) {
		e.freeLeft = max(e.freeLeft, freeIfPromised)
	}
	d.switches = e.stopping(it, on, others)
	if len(d.switches) == 0 && !it.brief {
		more, rest := e.split(without(e.all(it, on), near))
		callers, others = append(callers, more...), append(others, rest...)
		d.switches = e.stopping(it, on, rest)
	}
	if len(d.switches) == 0 && !it.brief {
		d.switches = e.several(it, on, others)
		if len(d.switches) > 0 {
			d.needs = All
		}
	} else if len(d.switches) > 1 {
		d.needs = Any
	}
	if len(d.switches) > 0 {
		d.verdict = OptOut
	}
	e.askCallers(it, on, &d, callers)
	if d.verdict == Unconditional && d.caller {
		d.verdict = OptOut
	}
	if d.verdict == Unconditional {
		if why := e.undecided(it, fresh); why != "" {
			d.verdict, d.reason = Unknown, why
		}
	}
	return d
}

// askCallers finds whether a choice of the caller stops the item, and whether
// one makes it happen although a switch says no.
func (e *engine) askCallers(it item, on *eval.Run, d *decision, callers []*eval.SwitchUse) {
	stop := d.switches
	for _, s := range callers {
		if v, r, ok := e.first(s, func(r *outcome) bool { return !r.happens(it) }); ok {
			d.caller = true
			d.switches = append(d.switches, e.decided(it, s, v, Stops, on, e.run(r, it)))
		}
	}
	if len(stop) == 0 || d.needs == All || !e.library { // a program has no callers
		return
	}
	e.askBypass(d, it, stop[0])
}

// askBypass finds a caller's switch that sends although another says no.
func (e *engine) askBypass(d *decision, it item, stop decided) {
	run := e.probe(map[eval.SwitchKey]string{stop.use.Key: stop.value}, nil)
	if run == nil {
		return
	}
	for _, s := range e.run(run, it).Switches() {
		if s.Key.Kind != string(Caller) {
			continue
		}
		for _, v := range e.values(s) {
			r := e.probe(map[eval.SwitchKey]string{stop.use.Key: stop.value, s.Key: v}, nil)
			if r != nil && r.happens(it) {
				d.bypass = &decided{use: s, value: v, effect: Starts}
				return
			}
		}
	}
}

// several looks for two switches that together stop an item which neither
// stops alone.
func (e *engine) several(it item, on *eval.Run, all []*eval.SwitchUse) []decided {
	const most = 4
	perPair := [most + 1]int{2: 7, 3: 4, 4: 3} // some fifty runs at most
	var keys []*eval.SwitchUse
	for _, s := range all {
		if len(keys) < most {
			keys = append(keys, s)
		}
	}
	per := perPair[len(keys)]
	for i, a := range keys {
		for _, b := range keys[i+1:] {
			for _, va := range firstOf(per, e.values(a)) {
				for _, vb := range firstOf(per, e.values(b)) {
					r := e.probe(map[eval.SwitchKey]string{a.Key: va, b.Key: vb}, nil)
					if r != nil && !r.happens(it) {
						off := e.run(r, it)
						return []decided{e.decided(it, a, va, Stops, on, off), e.decided(it, b, vb, Stops, on, off)}
					}
				}
			}
		}
	}
	return nil
}

// addUses adds switches that are not in the list.
func addUses(list, more []*eval.SwitchUse) []*eval.SwitchUse {
	seen := map[eval.SwitchKey]bool{}
	for _, s := range list {
		seen[s.Key] = true
	}
	for _, s := range more {
		if !seen[s.Key] {
			seen[s.Key] = true
			list = append(list, s)
		}
	}
	return list
}

// few is how many values, or switches, are tried where each costs many runs.
const few = 3

func firstOf(n int, vs []string) []string { return vs[:min(n, len(vs))] }

func appendNew(list []string, s string) []string {
	for _, x := range list {
		if x == s {
			return list
		}
	}
	return append(list, s)
}

// decided finds the branch at which a switch decides: the first one on the way
// to the site that goes another way in the run where the item does not happen.
func (e *engine) decided(it item, s *eval.SwitchUse, v string, effect Effect, on, off *eval.Run) decided {
	d := decided{use: s, value: v, effect: effect}
	steps, _ := on.PathFrom(on.Sites(e.audited)[it.site], it.root)
	var other []eval.Branch // goes another way, but tests something else
	for _, b := range e.preferred(it, on.Branches(steps)) {
		if was, is := on.Taken(b.Fn, b.Instr), off.Taken(b.Fn, b.Instr); was&^is != 0 && is != 0 {
			if on.RestsOn(b, s.Key) || off.RestsOn(b, s.Key) {
				d.branch, d.found = b, true
				return d
			}
			other = append(other, b)
		}
	}
	for _, b := range on.Diverging(off, e.slice(on, it)) {
		if on.RestsOn(b, s.Key) || off.RestsOn(b, s.Key) {
			d.branch, d.found = b, true
			return d
		}
		other = append(other, b)
	}
	if b, ok := e.startingBranch(s, off); ok {
		d.branch, d.found = b, true
		return d
	}
	if len(other) > 0 {
		d.branch, d.found = other[0], true
		return d
	}
	return d
}

// preferred puts the branches of an exported function that leads to a site
// elsewhere first: its own test is what a reader of it looks for.
func (e *engine) preferred(it item, all []eval.Branch) []eval.Branch {
	if it.root == "" || belongs(it.site.Fn, it.root) {
		return all
	}
	var own, rest []eval.Branch
	for _, b := range all {
		if belongs(b.Fn, it.root) {
			own = append(own, b)
		} else {
			rest = append(rest, b)
		}
	}
	return append(own, rest...)
}

// undecided says why the verdict of an item is not known, if it is not: it was
// reached over a guess only, or a condition was lost.
func (e *engine) undecided(it item, on *eval.Run) string {
	steps, _ := on.PathFrom(on.Sites(e.audited)[it.site], it.root)
	for _, st := range steps {
		if st.Guessed() {
			return "it is only reached by a call whose target was guessed, in " + st.Fn
		}
	}
	for _, b := range on.Deciding(steps) {
		if on.Taken(b.Fn, b.Instr) == 3 {
			if why := on.GivenUp(steps, b); why != "" {
				return "the condition " + b.Text + " could not be evaluated: " + why
			}
		}
	}
	return ""
}

// decideLater judges what happens only in the state that the program brings
// about: a marker, a counter, a notice or a setting that it writes.
func (e *engine) decideLater(it item) decision {
	e.base.Later = e.laterFiles
	d := e.decideOn(it, e.later)
	e.base.Later = nil
	d.notice = e.step(it)
	for i := range d.switches { // its own file is the program's step, nobody's switch
		if s := d.switches[i]; s.use.Key.Kind == string(File) && e.wroteFile(s.use.Key.Key) {
			d.switches = append(d.switches[:i:i], d.switches[i+1:]...)
			break
		}
	}
	if len(d.switches) == 0 && d.verdict == OptOut {
		d.verdict = Unconditional
	}
	return d
}

func (e *engine) wroteFile(name string) bool {
	for _, w := range e.wrote {
		if w.Name == name {
			return true
		}
	}
	return false
}

// step is where the program brings about the state in which an item happens.
func (e *engine) step(it item) *Place {
	for _, k := range e.slice(e.later, it).Keys {
		for _, w := range e.wrote {
			if k.Kind == string(File) && k.Key == w.Name {
				p := place(w.File, w.Pos)
				return &p
			}
		}
	}
	if len(e.wrote) > 0 {
		p := place(e.wrote[0].File, e.wrote[0].Pos)
		return &p
	}
	return nil
}

// refused finds an answer that only changes what is sent: a no that is sent.
func (e *engine) refused(it item, d *decision) {
	if d.verdict == OptOut || d.verdict == Unknown {
		return
	}
	run := e.runOf(it)
	for _, k := range run.Sent(run.Sites(e.audited)[it.site]) {
		if k.Kind == string(Prompt) && e.yesOrNo(k) && (d.verdict == Unconditional || e.sendsNo(it, k)) {
			d.refusal = true
		}
	}
}

// yesOrNo reports whether the program understands an answer as a yes or a no:
// who is asked for a name refuses nothing.
func (e *engine) yesOrNo(prompt eval.SwitchKey) bool {
	s := e.open.Switch(prompt)
	if s == nil {
		return false
	}
	c := e.compared(s)
	return s.Type == ir.KBool || slices.ContainsFunc(append(c.Texts, c.Handed...), func(text string) bool {
		return slices.Contains([]string{"y", "yes", "n", "no"}, strings.ToLower(text))
	})
}

// sendsNo reports whether an answer starts an item by which the program itself
// understands a no.
func (e *engine) sendsNo(it item, prompt eval.SwitchKey) bool {
	s := e.open.Switch(prompt)
	if s == nil {
		return false
	}
	c := e.compared(s)
	for _, t := range append(c.Texts, c.Handed...) {
		if no := strings.ToLower(t); no != "n" && no != "no" {
			continue
		}
		if r := e.probe(map[eval.SwitchKey]string{prompt: t}, nil); r != nil && r.happens(it) {
			return true
		}
	}
	return false
}
