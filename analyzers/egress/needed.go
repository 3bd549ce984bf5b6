package egress

import "github.com/optincheck/optincheck/analyzers/egress/internal/eval"

// Some programs do not run before somebody gave them their settings, as a server
// that ends with an error where its file in /etc is missing. That the file is there
// is nobody's consent: what such a program does is judged where its files are there
// and leave everything out.

// nobodyAsks gives a setting that no program asks for, so that the files that
// hold settings are there.
func nobodyAsks() map[eval.SwitchKey]string { return map[eval.SwitchKey]string{nobodys: someText} }

// nobodys is the setting that no program asks for.
var nobodys = eval.SwitchKey{Kind: string(Config)}

// needsFiles reports whether an item that does not happen on a fresh install is
// kept from it only because what leads there fails without the program's files.
func (e *engine) needsFiles(it item) bool {
	if !e.mayNeedFiles(it) || !e.fresh.MayFail() {
		return false
	}
	r := e.runWithFiles()
	return e.happens(r, it) && e.fresh.FailsBefore(r.Sites(e.audited)[it.site], r)
}

// lostWithoutFiles reports whether an item is only reached on a fresh install
// past a value that was lost, and with the program's files there is no such thing.
func (e *engine) lostWithoutFiles(it item) bool {
	if !e.mayNeedFiles(it) || !e.happens(e.fresh, it) || e.undecided(it, e.fresh) == "" {
		return false
	}
	r := e.runWithFiles()
	return !e.happens(r, it) || e.undecided(it, r) == ""
}

// mayNeedFiles reports whether there are files that an item may need.
func (e *engine) mayNeedFiles(it item) bool {
	return it.root == "" && e.given == "" && e.open.Settings().Any() && e.happens(e.open, it)
}

// runWithFiles is the program with the files that it may need.
func (e *engine) runWithFiles() *eval.Run {
	if e.withFiles == nil {
		e.withFiles = e.prog.Evaluate(e.world, e.roots, e.state(nobodyAsks(), nil))
		e.budget -= e.withFiles.Steps()
	}
	return e.withFiles
}

// decideNeeded judges an item where the files are there.
func (e *engine) decideNeeded(it item) decision {
	e.needs[it] = true
	return e.decideWith(nobodyAsks(), it, e.runWithFiles())
}

// decideWith judges an item in a state in which more is given than on a fresh
// install, and nobody's decision: that state's run is on.
func (e *engine) decideWith(set map[eval.SwitchKey]string, it item, on *eval.Run) decision {
	given := e.base.Set
	e.base.Set, e.given = e.state(set, nil).Set, probeKey(set, nil)
	defer func() { e.base.Set, e.given = given, "" }()
	if !e.happens(on, it) {
		return e.decideOff(it)
	}
	return e.decideOn(it, on)
}

// neededFile says that an item is judged where the program's files are there.
func (e *engine) neededFile(it item) (c Condition, ok bool) {
	if !e.needs[it] {
		return Condition{}, false
	}
	c = Condition{Kind: "settings", Text: "the settings are there without which the program does not run; they say nothing of it"}
	if file, pos, ok := e.open.SettingsAt(); ok {
		c.File, c.Line = file, int(pos.Line)
	}
	return c, true
}
