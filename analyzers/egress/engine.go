package egress

import (
	"maps"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// An engine asks the three questions about one program, or about one package
// judged as a library: what happens on a fresh install, what happens when
// anything may be set, and what if one switch is.
type engine struct {
	prog    *eval.Program
	world   *world.World
	roots   eval.Roots
	audited map[string]bool       // import paths
	library bool                  // roots are exported functions
	thrifty bool                  // the budget holds for the first runs too
	spent   bool                  // some run was not made
	within  bool                  // only sites in audited packages count, and those of SDKs
	judged  map[eval.SiteKey]bool // sites that a program decides about; nil in a program
	found   []eval.SiteKey        // sites of behaviours
	base    eval.State            // what every run takes as given

	fresh        *eval.Run
	open         *eval.Run
	later        *eval.Run // a later run, if the program brings about its own state
	wrote        []eval.Written
	laterFiles   map[string][]string // what is in them then
	kids         []child             // runs of the program's own executable on a fresh install
	dull         map[string]bool     // keys of children that are not followed, see follow
	calm         []*eval.Run         // the program and its children where nothing goes wrong
	calmly       bool                // "what if" runs are calm
	given        string              // what else the judged state takes as given than a fresh install, see decideWith
	withSettings *eval.Run           // the program with the settings that it cannot run without, see needed.go
	judgedThere  map[item]bool       // the items that are judged there
	side         string              // the child that is judged, "" for the program itself
	probes       map[string]*outcome
	last         looked // the outcome that was evaluated last
	used         looked // the one that somebody looked into last
	budget       int    // steps left for "what if"
	purse        *purse
	free         int                     // runs made beyond the budget
	freeLeft     int                     // that may still be made for the item that is judged
	claimed      func(Behaviour) []Claim // what a policy says about a behaviour; nil without one

	detailed bool // what leads to verdicts is kept
	traced   []asked
	answered map[item][]Answer

	grantedAt   string // the state of grantedRuns
	grantedRuns []*eval.Run
}

// A purse is what is left for all "what if" runs of one audit, in steps: for
// the items that are for something, and for the others.
type purse struct{ weighty, brief int }

// share is the part of a purse that one item may use.
const share = 6

func newPurse() *purse { return &purse{weighty: 36_000_000, brief: 4_000_000} }

// of returns the purse for an item.
func (p *purse) of(brief bool) *int {
	if brief {
		return &p.brief
	}
	return &p.weighty
}

// Runs that are made whatever they cost: of an engine, for one item of the
// program's own, for one that does not happen on a fresh install, and for one
// whose purpose only a switch names.
const (
	freeProbes     = 16
	freeOfItem     = 6
	freeIfOff      = 3
	freeIfPromised = 2
)

func newEngine(prog *eval.Program, w *world.World, roots eval.Roots, audited map[string]bool, base eval.State, p *purse) *engine {
	return &engine{
		prog: prog, world: w, roots: roots, audited: audited, base: base, library: len(roots.Exported) > 0,
		probes: map[string]*outcome{}, judgedThere: map[item]bool{}, purse: p,
	}
}

// start makes the runs that the questions start from.
func (e *engine) start() {
	e.open = e.prog.Evaluate(e.world, e.roots, e.openState())
	e.fresh = e.open
	if e.open.Silent() || e.judged != nil && len(e.items()) == 0 { // whatever is set: all the more on a fresh install
		return
	}
	e.base.Settings = e.open.Settings()
	e.fresh = e.prog.Evaluate(e.world, e.roots, e.state(nil, nil))
	e.follow()
	e.laterRun()
}

// laterRun evaluates the state that the program brings about by itself: the
// files that it writes are there. What a command writes is that command's
// doing, unless it is a log-in, which is no consent.
func (e *engine) laterRun() {
	later, all := map[string][]string{}, e.fresh.Written()
	e.base.Settings = e.base.Settings.With(all) // where settings are, the program ran before
	for _, w := range all {
		if e.ownDoing(w) {
			e.wrote = append(e.wrote, w)
		}
	}
	for _, w := range e.wrote {
		later[w.Name] = e.ownTexts(w.Name, all)
	}
	if len(later) > 0 {
		e.laterFiles, e.base.Later = later, later
		e.later = e.prog.Evaluate(e.world, e.roots, e.state(nil, nil))
		e.base.Later = nil
	}
}

// ownDoing reports whether the program writes a file by itself.
func (e *engine) ownDoing(w eval.Written) bool {
	return len(w.Commands) == 0 || slices.ContainsFunc(w.Commands, e.world.Login)
}

// ownTexts are what the program writes to a file by itself, where a command
// writes something else there; none where it is the only one, or where what it
// writes is not known.
func (e *engine) ownTexts(name string, all []eval.Written) []string {
	var texts []string
	other, known := false, true
	for _, w := range all {
		switch {
		case w.Name != name:
		case !e.ownDoing(w):
			other = true
		default:
			known = known && len(w.Texts) > 0
			texts = append(texts, w.Texts...)
		}
	}
	if !other || !known {
		return nil
	}
	return texts
}

// state is a fresh install with some switches set and some open.
func (e *engine) state(set map[eval.SwitchKey]string, open map[eval.SwitchKey]bool) eval.State {
	s := eval.State{Set: map[eval.SwitchKey]string{}, OpenOnly: open, Later: e.base.Later, Settings: e.base.Settings, Limit: e.base.Limit, Calm: e.calmly}
	for k, v := range e.base.Set {
		s.Set[k] = v
	}
	for k, v := range set {
		s.Set[k] = v
	}
	return s
}

func (e *engine) openState() eval.State {
	s := e.state(nil, nil)
	s.Open = true
	return s
}

// An item is something that may be a behaviour: a site, reached from a root.
// In a program the root is the program.
type item struct {
	site eval.SiteKey
	root string // exported function, in a library

	brief bool // nothing tells what it is for: the nearest switches have to do
}

// items lists what happens in the open run, in a fixed order.
func (e *engine) items() []item {
	sites := e.open.Sites(e.audited)
	keys := make([]eval.SiteKey, 0, len(sites))
	for k := range sites {
		keys = append(keys, k)
	}
	for _, run := range e.closed() {
		for k := range run.Sites(e.audited) {
			if sites[k] == nil && !containsKey(keys, k) {
				keys = append(keys, k)
			}
		}
	}
	sort.Slice(keys, func(i, j int) bool {
		return keys[i].Fn < keys[j].Fn || keys[i].Fn == keys[j].Fn && keys[i].Instr < keys[j].Instr
	})
	var out []item
	for _, k := range keys {
		if e.judged[k] || e.within && !e.own(k, sites[k]) {
			continue
		}
		if !e.library {
			out = append(out, item{site: k})
			continue
		}
		run := e.open
		for _, r := range e.closed() {
			if run.Sites(e.audited)[k] == nil {
				run = r
			}
		}
		for _, root := range run.RootsOf(run.Sites(e.audited)[k]) {
			out = append(out, item{site: k, root: root})
		}
	}
	return out
}

func containsKey(keys []eval.SiteKey, k eval.SiteKey) bool {
	for _, x := range keys {
		if x == k {
			return true
		}
	}
	return false
}

// own reports whether a site is the audited packages' own affair.
func (e *engine) own(k eval.SiteKey, s *eval.Site) bool {
	u := e.prog.UnitOf(k.Fn)
	return u != nil && e.audited[u.Path] || s != nil && s.SDK != ""
}

// happens reports whether a run reaches the item.
func (e *engine) happens(r *eval.Run, it item) bool {
	s := r.Sites(e.audited)[it.site]
	if s == nil {
		return false
	}
	if it.root == "" {
		return true
	}
	for _, root := range r.RootsOf(s) {
		if root == it.root {
			return true
		}
	}
	return false
}

// An outcome is what a "what if" run came to: which items happen. The run
// itself is large, and is made again when somebody wants to look into it. Those
// of the children are made when an item does not happen without them.
type outcome struct {
	state    eval.State
	roots    map[eval.SiteKey][]string // of the sites reached; nil in a program
	children func()                    // adds what happens in children

	frames int // calls that were evaluated, each once per context
}

// probe runs the program with switches set; nil if the budget is used up.
func (e *engine) probe(set map[eval.SwitchKey]string, open map[eval.SwitchKey]bool) *outcome {
	key := probeKey(set, open)
	if e.base.Later != nil {
		key += "\x00later"
	}
	if e.calmly {
		key += "\x00calm"
	}
	if e.given != "" {
		key += "\x00" + e.given
	}
	if r, ok := e.probes[key]; ok {
		return e.trace(set, open, r)
	}
	free := e.budget <= 0
	if free {
		if e.thrifty || e.free >= freeProbes || e.freeLeft == 0 {
			e.spent = true
			return nil
		}
		e.free++
		e.freeLeft--
	}
	return e.trace(set, open, e.evaluated(key, e.state(set, maps.Clone(open)), free))
}

// evaluated is the outcome of a "what if" run that nobody has made yet; free says
// that it is made beyond the budget.
func (e *engine) evaluated(key string, s eval.State, free bool) *outcome {
	o := &outcome{state: s, roots: map[eval.SiteKey][]string{}}
	r := e.prog.Evaluate(e.world, e.roots, o.state)
	e.last = looked{of: o, run: r}
	e.budget -= r.Steps()
	e.note(o, r)
	started := e.started(r)
	o.children = sync.OnceFunc(func() { e.noteChildren(o, started, free) })
	e.probes[key] = o
	return o
}

// noteChildren adds what the children of a run reach to an outcome.
func (e *engine) noteChildren(o *outcome, started []child, free bool) {
	kids := e.evaluate(started, o.state)
	if e.last.of == o {
		e.last.kids = kids
	}
	if free { // each child is a run, too
		e.free += len(kids)
	}
	for _, c := range kids {
		e.budget -= c.run.Steps()
		e.note(o, c.run)
	}
}

// note adds what a run reaches to an outcome.
func (e *engine) note(o *outcome, r *eval.Run) {
	o.frames += r.Frames()
	for k, s := range r.Reached(e.audited) {
		o.roots[k] = nil
		if e.library {
			o.roots[k] = r.RootsOf(s)
		}
	}
}

// run makes the run of an outcome in which an item happens: the program's own,
// or that of a child; where it happens in none, that of the child which is
// judged, if it is started there.
func (e *engine) run(o *outcome, it item) *eval.Run {
	l := e.look(o)
	if l.kids == nil && !e.happens(l.run, it) {
		l.kids = e.children(l.run, o.state)
	}
	e.used = *l
	out := l.run
	for _, c := range l.kids {
		if !e.happens(out, it) && (e.happens(c.run, it) || c.key == e.side) {
			out = c.run
		}
	}
	return out
}

// look is what there is to look into of an outcome; its run is made again where
// it has gone.
func (e *engine) look(o *outcome) *looked {
	switch o {
	case e.last.of:
	case e.used.of:
		return &e.used
	default:
		e.last = looked{of: o, run: e.prog.Evaluate(e.world, e.roots, o.state)}
	}
	return &e.last
}

// A looked is an outcome with its runs, which are large: two are kept.
type looked struct {
	of   *outcome
	run  *eval.Run
	kids []child
}

// happens reports whether the item happens.
func (o *outcome) happens(it item) bool {
	if o.reaches(it) {
		return true
	}
	o.children()
	return o.reaches(it)
}

// reaches reports whether the item happens in the runs made so far.
func (o *outcome) reaches(it item) bool {
	roots, ok := o.roots[it.site]
	return ok && (it.root == "" || slices.Contains(roots, it.root))
}

func probeKey(set map[eval.SwitchKey]string, open map[eval.SwitchKey]bool) string {
	var parts []string
	for k, v := range set {
		parts = append(parts, k.Kind+":"+k.Key+"="+v)
	}
	for k := range open {
		parts = append(parts, k.Kind+":"+k.Key)
	}
	sort.Strings(parts)
	return strings.Join(parts, "\x00")
}
