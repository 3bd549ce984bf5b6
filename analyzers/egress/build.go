package egress

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/policy"
)

// behaviours judges every item and folds what is one behaviour.
func (e *engine) behaviours() []Behaviour {
	var out []Behaviour
	var kept []item                   // of out
	primary := map[eval.SiteKey]int{} // index in out of the behaviour at a site
	decisions, items := e.decideAll(e.ordered())
	for n, it := range items {
		d := decisions[n]
		if !d.ok || !e.certain(it, d) {
			continue
		}
		e.found = append(e.found, it.site)
		b := e.behaviour(it, d)
		b.Identifiers = e.identifiers(it, d.verdict)
		if at, dup := primary[it.site]; dup && !e.ownSwitch(it, d) {
			out[at].Paths += b.Paths
			out[at] = worse(out[at], b)
			continue
		} else if !dup {
			primary[it.site] = len(out)
		}
		out, kept = append(out, b), append(kept, it)
	}
	out, kept = e.withoutDeliveries(out, kept)
	e.refusals(out)
	e.late(out, kept)
	e.spend(false, freeOfItem, func() { e.decoys(out, kept) })
	e.claims(out, kept)
	return identify(fold(out))
}

// withoutDeliveries leaves out the calls that only send off what other calls of
// an SDK left to wait: those are the behaviours.
func (e *engine) withoutDeliveries(all []Behaviour, items []item) (kept []Behaviour, of []item) {
	delivers := func(b Behaviour) bool {
		s, ok := e.world.SDKSend(b.Site.Call)
		return ok && s.Delivers
	}
	for n, b := range all {
		if !delivers(b) || !slices.ContainsFunc(all, func(x Behaviour) bool { return x.SDK == b.SDK && !delivers(x) }) {
			kept, of = append(kept, b), append(of, items[n])
		}
	}
	return kept, of
}

// decideAll judges the items, the weightiest first: they get what they need of
// the budget for "what if".
func (e *engine) decideAll(items []item) ([]decision, []item) {
	out := make([]decision, len(items))
	weights := make([]int, len(items))
	for n := range items {
		weights[n] = e.weight(items[n])
		items[n].brief = weights[n] >= light
	}
	for w := range light + 2 {
		for n, it := range items {
			if weights[n] == w {
				out[n] = e.decideWithin(it)
			}
		}
	}
	return out, items
}

// decideWithin judges an item with its share of the budget, and keeps what the
// questions were answered if somebody wants to know.
func (e *engine) decideWithin(it item) (d decision) {
	e.traced = nil
	e.spend(it.brief, e.freeFor(it), func() { d = e.decide(it) })
	if e.detailed {
		e.answered[it] = e.answers(it)
	}
	return d
}

// freeFor is how many runs beyond the budget may be made for an item: none
// where nothing names a purpose, or for what a dependency does.
func (e *engine) freeFor(it item) int {
	run := e.runOf(it)
	switch {
	case it.brief || !e.own(it.site, run.Sites(e.audited)[it.site]):
		return 0
	case run == e.open:
		return freeIfOff
	}
	return freeOfItem
}

// spend does something with a share of the budget, and gives back the rest, so
// that an item for which much is tried leaves something to the others, in this
// program and the next. Under go vet a run that was not made makes the whole
// package the audit's, so there nothing is divided.
func (e *engine) spend(brief bool, free int, do func()) {
	if e.thrifty {
		do()
		return
	}
	left := e.purse.of(brief)
	e.budget, e.freeLeft = max(*left, 0)/share, free
	*left -= e.budget
	do()
	*left += e.budget
}

// purposeOf is what an item is for as far as that shows before it is judged.
func (e *engine) purposeOf(it item) policy.Purpose {
	run := e.runOf(it)
	site := run.Sites(e.audited)[it.site]
	steps, _ := run.PathFrom(site, it.root)
	b := Behaviour{Site: e.siteOf(site, steps[len(steps)-1])}
	e.purpose(&b, site, steps)
	return b.Purpose
}

// light is the weight from which on the nearest switches have to do.
const light = 2

// weight orders items: what the program does for a purpose on a fresh install
// comes first; what somebody has to ask for next, and what a dependency does;
// last what has no purpose, and what a dependency does when it is asked to.
func (e *engine) weight(it item) int {
	fresh := e.runOf(it) != e.open
	own := e.own(it.site, e.runOf(it).Sites(e.audited)[it.site])
	purpose := e.purposeOf(it) != policy.UnknownPurpose
	switch {
	case purpose && fresh && own:
		return 0
	case purpose && (fresh || own):
		return 1
	case fresh && own:
		return light
	}
	return light + 1
}

// refusals finds sites that only a no reaches: what stops one starts another of
// the same purpose, by a switch that asks whether, and not how.
func (e *engine) refusals(all []Behaviour) {
	for i := range all {
		for _, s := range all[i].Switches {
			if all[i].Verdict != OptOut || s.Effect != Stops || !e.asksWhether(s, all[i].Purpose) {
				continue
			}
			for j := range all {
				if all[j].Verdict != OptIn || all[j].Purpose != all[i].Purpose || !starts(all[j], s) {
					continue
				}
				told := &all[i] // by the value that does not stop it
				if e.saysNo(s.Key, s.Value) {
					told = &all[j]
				}
				told.Refusal = &Place{File: told.Site.File, Line: told.Site.Line, Column: told.Site.Column}
			}
		}
	}
}

// asksWhether reports whether a switch is there to allow what has a purpose.
func (e *engine) asksWhether(s Switch, purpose policy.Purpose) bool {
	promised, ok := e.world.Promise(s.Key)
	return s.Kind == Prompt || s.Kind == File || ok && promised == string(purpose)
}

func starts(b Behaviour, with Switch) bool {
	for _, s := range b.Switches {
		if s.Kind == with.Kind && s.Key == with.Key && s.Value == with.Value && s.Effect == Starts {
			return true
		}
	}
	return false
}

// notice finds a message about what will be sent, where only a delay or a
// first time stands between it and the sending.
func (e *engine) notice(run *eval.Run, steps []eval.Step) *Place {
	for _, said := range run.Said(steps) {
		if _, _, ok := e.world.Purpose(strings.Fields(said.Text)); ok || e.world.Notice(said.Text) {
			p := place(said.File, said.Pos)
			return &p
		}
	}
	return nil
}

// ordered lists the items so that a site's own function comes before other
// functions that lead to it.
func (e *engine) ordered() []item {
	items := e.items()
	sort.SliceStable(items, func(i, j int) bool {
		a, b := items[i], items[j]
		if a.site != b.site {
			return a.site.Fn < b.site.Fn || a.site.Fn == b.site.Fn && a.site.Instr < b.site.Instr
		}
		return belongs(a.site.Fn, a.root) && !belongs(b.site.Fn, b.root)
	})
	return items
}

// belongs reports whether fn is root or one of its closures.
func belongs(fn, root string) bool {
	return fn == root || strings.HasPrefix(fn, root+"$")
}

// ownSwitch reports whether an exported function tests a switch of its own on
// the way to a site that stands in another function.
func (e *engine) ownSwitch(it item, d decision) bool {
	if it.root == "" || belongs(it.site.Fn, it.root) {
		return false
	}
	for _, s := range d.switches {
		if s.found && belongs(s.branch.Fn, it.root) {
			return true
		}
	}
	return false
}

// severity orders verdicts: what several ways to one site add up to.
var severity = map[Verdict]int{OptIn: 0, Unknown: 1, OptOut: 2, Unconditional: 3}

// worse keeps the worse of two ways to one site, and what holds for both.
func worse(a, b Behaviour) Behaviour {
	paths, details := a.Paths, joinDetails(a.Details, b.Details)
	callerA, callerB := a.Caller, b.Caller
	identifiers := union(a.Identifiers, b.Identifiers)
	if severity[b.Verdict] > severity[a.Verdict] || callerA && !callerB {
		details = joinDetails(b.Details, a.Details)
		a = b
	}
	a.Paths, a.Identifiers, a.Details = paths, identifiers, details
	a.Caller = callerA && callerB
	return a
}

// behaviour puts together what is known of an item.
func (e *engine) behaviour(it item, d decision) Behaviour {
	run := e.runOf(it)
	site := run.Sites(e.audited)[it.site]
	steps, paths := run.PathFrom(site, it.root)
	at := steps[len(steps)-1]
	b := Behaviour{
		Verdict: d.verdict, Reason: d.reason, Trigger: trigger(steps), Hosts: site.Hosts, Needs: d.needs,
		Site: e.siteOf(site, at), Path: frames(append(steps[:len(steps):len(steps)], run.Below(site)...)),
		Paths: paths, SDK: site.SDK, Caller: d.caller, Notice: d.notice,
		Switches: []Switch{}, Conditions: []Condition{}, Identifiers: []Identifier{}, Evidence: []string{},
	}
	if b.Hosts == nil {
		b.Hosts = []string{}
	}
	for _, s := range d.switches {
		b.Switches = append(b.Switches, e.switchOf(s))
	}
	if d.bypass != nil {
		s := e.switchOf(*d.bypass)
		b.Bypass = &s
	}
	if u := e.prog.UnitOf(it.site.Fn); u != nil {
		b.Module = u.Module
	}
	e.code(&b, run, site)
	e.purpose(&b, site, steps)
	if c, ok := e.neededSettings(it); ok {
		b.Conditions = append(b.Conditions, c)
	}
	e.conditions(&b, run, steps)
	e.userInitiated(&b)
	e.blocking(&b, run, site)
	b.Details = e.details(it, d, run)
	if d.refusal {
		b.Refusal = &Place{File: b.Site.File, Line: b.Site.Line, Column: b.Site.Column}
	}
	if d.notice != nil { // what the program grants itself is granted there
		for i := range b.Switches {
			if k := b.Switches[i].Kind; k == Config || k == File {
				b.Switches[i].DefaultAt = *d.notice
			}
		}
	} else if b.Verdict == Unconditional && b.Purpose != policy.UnknownPurpose {
		b.Notice = e.notice(run, steps)
	}
	return b
}

// blocking notes how a behaviour that somebody allowed can hold up the program.
func (e *engine) blocking(b *Behaviour, run *eval.Run, site *eval.Site) {
	if b.Verdict != OptIn || b.UserInitiated {
		return
	}
	b.Waits = run.Waits(site)
	if at, ok := run.Ends(site); ok {
		p := place(at.File, at.Pos)
		b.Ends = &p
	}
}

func (e *engine) siteOf(s *eval.Site, at eval.Step) Site {
	path, name := splitSymbol(at.Fn)
	return Site{
		Package: path, Func: name, File: at.File, Line: int(at.Pos.Line), Column: int(at.Pos.Col), Call: s.Callee,
	}
}

func splitSymbol(s string) (path, name string) {
	if i := strings.LastIndexByte(s, ':'); i >= 0 {
		return s[:i], s[i+1:]
	}
	return "", s
}

// trigger says how control gets to a site: over what the path passes.
func trigger(steps []eval.Step) string {
	out := "start"
	for _, st := range steps {
		switch st.Trigger {
		case "":
		case "init":
			out = "init"
		case "start":
			if out != "init" {
				out = "start"
			}
		default:
			return st.Trigger
		}
	}
	return out
}

// switchOf describes a switch that decides.
func (e *engine) switchOf(d decided) Switch {
	s := Switch{
		Kind: SwitchKind(d.use.Key.Kind), Key: d.use.Key.Key, Symbol: d.use.Symbol, Value: d.value,
		Effect: d.effect, Default: d.use.DefaultText(),
	}
	asked, ok := d.use.Asked()
	if ok && s.Kind != Config { // a setting that nobody sets has no line that does
		s.DefaultAt = place(asked.File, asked.Pos)
	}
	if d.found {
		s.DecidedAt, s.Condition = place(d.branch.File, d.branch.Pos), d.branch.Text
	} else if ok {
		s.DecidedAt = place(asked.File, asked.Pos)
	}
	file, pos, ok := d.use.SetAt()
	if !ok && d.found && s.Kind == Config {
		file, pos, ok = d.use.SetFor(d.branch)
	}
	if ok {
		s.DefaultAt = place(file, pos)
	}
	return s
}

func place(file string, pos ir.Pos) Place {
	return Place{File: file, Line: int(pos.Line), Column: int(pos.Col)}
}

// conditions lists the branches on the way that are nobody's decision: both
// edges are taken on a fresh install.
func (e *engine) conditions(b *Behaviour, run *eval.Run, steps []eval.Step) {
	seen := map[string]bool{}
	for _, br := range run.Branches(steps) {
		if br.Text == "" || seen[br.Text] || run.Taken(br.Fn, br.Instr) != 3 || e.isErrorTest(br.Text) {
			continue
		}
		seen[br.Text] = true
		b.Conditions = append(b.Conditions, Condition{Kind: "world", Text: br.Text, File: br.File, Line: int(br.Pos.Line)})
	}
}

// isErrorTest reports whether a condition only asks whether something failed,
// which tells a reader nothing.
func (e *engine) isErrorTest(text string) bool {
	return strings.HasSuffix(text, "err != nil") || strings.HasSuffix(text, "err == nil")
}

// userInitiated marks what happens only after a command that is named for it.
// A command does not excuse what it is not named for.
func (e *engine) userInitiated(b *Behaviour) {
	for _, s := range b.Switches {
		if s.Kind != Command || b.Verdict != OptIn {
			continue
		}
		b.Trigger = "command " + s.Key
		purpose, ok := e.world.UserCommand(strings.Fields(s.Key))
		if ok && (purpose == string(b.Purpose) || purpose == "" || b.Purpose == policy.UnknownPurpose) {
			b.UserInitiated = true
		} else if len(b.Switches) == 1 {
			b.Verdict, b.Switches, b.Needs = Unconditional, []Switch{}, ""
		}
		return
	}
}

// fold joins behaviours of unknown purpose: one per function and host.
func fold(all []Behaviour) []Behaviour {
	var out []Behaviour
	at := map[string]int{}
	for _, b := range all {
		if b.Purpose != policy.UnknownPurpose {
			out = append(out, b)
			continue
		}
		key := b.Site.Package + ":" + b.Site.Func + " " + strings.Join(b.Hosts, ",") + " " + string(b.Verdict)
		if i, ok := at[key]; ok {
			out[i].Paths += b.Paths
			out[i].Code = cmp.Or(out[i].Code, b.Code)
			out[i].Identifiers = union(out[i].Identifiers, b.Identifiers)
			out[i].NotHeld = unionNotHeld(out[i].NotHeld, b.NotHeld)
			out[i].Details = joinDetails(out[i].Details, b.Details)
			continue
		}
		at[key] = len(out)
		out = append(out, b)
	}
	return out
}

// identify gives each behaviour an ID without line numbers.
func identify(all []Behaviour) []Behaviour {
	seen := map[string]int{}
	for i := range all {
		b := &all[i]
		_, callee := splitSymbol(b.Site.Call)
		where := callee
		if len(b.Hosts) > 0 {
			where = b.Hosts[0]
		}
		id := fmt.Sprintf("%s:%s:%s:%s", b.Site.Package, b.Site.Func, b.Purpose, where)
		seen[id]++
		if n := seen[id]; n > 1 {
			id += fmt.Sprintf("#%d", n)
		}
		b.ID = id
	}
	return all
}
