package egress

import (
	"slices"
	"sort"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/policy"
)

// add merges what an engine found into the result: behaviours with the same ID
// are one, with the worst verdict.
func (a *audit) add(e *engine, program string) {
	if e.fresh.Stopped() {
		a.res.NotAnalysed = append(a.res.NotAnalysed, NotAnalysed{program, "the evaluation was stopped at its work limit"})
	}
	a.asked(e)
	for _, run := range append(e.closed(), e.open) {
		for _, k := range run.SinkKeys() {
			a.reachedSinks[k] = true
		}
		for _, b := range run.Blind() {
			a.blind = append(a.blind, BlindSpot{b.Text, b.File, int(b.Pos.Line)})
		}
	}
	found := e.behaviours()
	if program == "" {
		found = inPackage(found, a.audited)
	}
	for _, b := range found {
		if program != "" {
			b.Programs = []string{program}
		}
		a.all = merge(a.all, b)
	}
	if program != "" {
		for _, k := range e.found {
			a.judged[k] = true
		}
	}
}

// sameSite reports whether two programs do the same: also where in one of them
// nothing tells what it is for.
func sameSite(x, y Behaviour) bool {
	same := x.ID == y.ID
	if (x.Purpose == policy.UnknownPurpose) != (y.Purpose == policy.UnknownPurpose) {
		same = x.Site.Func == y.Site.Func && x.Site.Column == y.Site.Column && slices.Equal(x.Hosts, y.Hosts)
	}
	return same && x.Site.Line == y.Site.Line && x.Site.File == y.Site.File
}

// asked notes which of the switches that the user set a program asks for.
func (a *audit) asked(e *engine) {
	for i := range a.res.Assumptions {
		if a.res.Assumptions[i].Kind != "set" {
			continue
		}
		kind, key, _ := strings.Cut(a.res.Assumptions[i].Key, ":")
		for _, run := range append(e.closed(), e.open) {
			if run.Switch(eval.SwitchKey{Kind: kind, Key: key}) != nil {
				a.res.Assumptions[i].Unasked = false
			}
		}
	}
}

// inPackage keeps the behaviours of an audited package: a library's report is
// not about its dependencies.
func inPackage(all []Behaviour, audited map[string]bool) []Behaviour {
	var out []Behaviour
	for _, b := range all {
		if audited[b.Site.Package] || b.SDK != "" {
			out = append(out, b)
		}
	}
	return out
}

func merge(all []Behaviour, b Behaviour) []Behaviour {
	for i := range all {
		if !sameSite(all[i], b) {
			continue
		}
		programs := append(append([]string(nil), all[i].Programs...), b.Programs...)
		paths, notHeld := all[i].Paths+b.Paths, unionNotHeld(all[i].NotHeld, b.NotHeld)
		told := all[i] // by this one
		if told.Purpose == policy.UnknownPurpose {
			told = b
		}
		all[i] = worse(all[i], b)
		all[i].ID, all[i].Purpose, all[i].Evidence = told.ID, told.Purpose, told.Evidence
		all[i].Programs, all[i].Paths, all[i].NotHeld = programs, paths, notHeld
		return all
	}
	return append(all, b)
}

// finish sorts the behaviours and gives those of several programs that share
// an ID different ones.
func (a *audit) finish() {
	sort.SliceStable(a.all, func(i, j int) bool {
		x, y := a.all[i].Site, a.all[j].Site
		if x.File != y.File {
			return x.File < y.File
		}
		if x.Line != y.Line {
			return x.Line < y.Line
		}
		return a.all[i].ID < a.all[j].ID
	})
	a.res.Behaviours = a.all
	a.blindSpots()
	a.unreached()
}

// blindSpots lists the places that the evaluation could not look into: of the
// audited modules and of what their programs import.
func (a *audit) blindSpots() {
	for _, u := range a.prog.Units {
		for _, bl := range u.Blind {
			if bl.Pos.File >= 0 {
				a.res.BlindSpots = append(a.res.BlindSpots, BlindSpot{bl.Kind, u.Files[bl.Pos.File], int(bl.Pos.Line)})
			}
		}
	}
	a.res.BlindSpots = append(a.res.BlindSpots, a.blind...)
	sort.Slice(a.res.BlindSpots, func(i, j int) bool {
		x, y := a.res.BlindSpots[i], a.res.BlindSpots[j]
		if x.File != y.File {
			return x.File < y.File
		}
		return x.Line < y.Line || x.Line == y.Line && x.Kind < y.Kind
	})
	a.res.BlindSpots = slices.Compact(a.res.BlindSpots)
}

// unreached lists the calls of sinks in audited packages that no run reaches.
func (a *audit) unreached() {
	for _, site := range a.prog.SinkCalls(a.world, a.audited) {
		if a.reachedSinks[site.Key] {
			continue
		}
		path, name := splitSymbol(site.Key.Fn)
		a.res.Unreached = append(a.res.Unreached, Site{
			Package: path, Func: name, File: site.File, Line: int(site.Pos.Line), Column: int(site.Pos.Col), Call: site.Callee,
		})
	}
}
