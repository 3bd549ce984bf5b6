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

// needsSettings reports whether an item that does not happen on a fresh install is
// kept from it only because what leads there fails without the program's files.
func (e *engine) needsSettings(it item) bool {
	if !e.mayNeedSettings(it) || !e.fresh.MayFail() {
		return false
	}
	r := e.runWithSettings()
	return e.happens(r, it) && e.fresh.FailsBefore(r.Sites(e.audited)[it.site], r)
}

// lostWithoutSettings reports whether an item is only reached on a fresh install
// past a value that was lost, and with the program's settings there is no such thing.
func (e *engine) lostWithoutSettings(it item) bool {
	if !e.mayNeedSettings(it) || !e.happens(e.fresh, it) || e.undecided(it, e.fresh) == "" {
		return false
	}
	r := e.runWithSettings()
	return !e.happens(r, it) || e.undecided(it, r) == ""
}

// mayNeedSettings reports whether there are files that an item may need.
func (e *engine) mayNeedSettings(it item) bool {
	return it.root == "" && e.given == "" && e.open.Settings().Any() && e.happens(e.open, it)
}

// runWithSettings is the program with the files that it may need.
func (e *engine) runWithSettings() *eval.Run {
	if e.withSettings == nil {
		key := probeKey(nobodyAsks(), nil)
		o := e.probes[key]
		if o == nil {
			o = e.evaluated(key, e.state(nobodyAsks(), nil), false)
		}
		e.withSettings = e.look(o).run
	}
	return e.withSettings
}

// decideNeeded judges an item where the files are there.
func (e *engine) decideNeeded(it item) decision {
	e.judgedThere[it] = true
	return e.decideWith(nobodyAsks(), it, e.runWithSettings())
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
	d := e.decideOn(it, on)
	e.refused(it, &d)
	return d
}

// neededSettings says that an item is judged where the program's files are there.
func (e *engine) neededSettings(it item) (c Condition, ok bool) {
	if !e.judgedThere[it] {
		return Condition{}, false
	}
	c = Condition{Kind: "settings", Text: "the settings are there without which the program does not run; they say nothing of it"}
	if file, pos, ok := e.open.SettingsAt(); ok {
		c.File, c.Line = file, int(pos.Line)
	}
	return c, true
}
