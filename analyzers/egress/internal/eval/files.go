package eval

import (
	"maps"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// Kinds of things that something is read from, as the data name them.
const (
	fromInput   = "input"
	fromNetwork = "network"
	fromFile    = "file"
	fromProgram = "program" // what the program itself encoded

	fromArguments = "arguments"
	fromSelf      = "self"    // the path of the program's own executable
	fromProcess   = "process" // what a child process prints

	fromEnvironment = "environment" // the list of all variables
)

// source is an object that stands for what something is read from.
func (e *eval) source(kind, name string) loc {
	return e.object(objKey{kind: modelled, a: -3, extra: kind + "\x00" + name}, 0, object{kind: modelled, name: name, source: kind})
}

// sourceOf returns the sources that a value is read from.
func (e *eval) sourceOf(v val) []loc {
	var out []loc
	x := e.vs.get(v)
	for _, r := range x.refs {
		if root := e.root(r); e.locs[root].obj.source != "" {
			out = addLoc(out, root)
		}
	}
	for _, d := range x.dyns {
		for _, l := range e.sourceOf(d.v) {
			out = addLoc(out, l)
		}
	}
	return out
}

// isUsers reports whether a path lies below the user's own directories, where
// nothing is on a fresh install.
func isUsers(path string) bool { return strings.HasPrefix(path, "~") }

// fileCell is what the program itself wrote to a file.
func (e *eval) fileCell(path string) loc {
	return e.keyed("written", path, true)
}

// file reads, opens or looks at a file. On a fresh install the user's files are
// not there; others may be. Where the state gives the file it is there with
// that content, and where it gives a setting, the file that may hold it is.
func (c *modelCall) file() {
	e := c.e
	names, known := e.strings(c.at("name"))
	if !known {
		c.fileThere(e.refVal(e.source(fromFile, unnamedFile)), true)
		return
	}
	for _, n := range names {
		key := SwitchKey{"file", star(n)}
		if !notYet(n, c.f.fn.unit.Path) {
			c.fileThere(e.refVal(e.source(fromFile, n)), true)
			continue
		}
		c.opens(n)
		text := e.readSwitch(key, c.by, e.nilVal(), "", ir.KString)
		switch {
		case e.given(key) && e.state.Set[key] == absentFile:
			c.fileMissing()
		case e.open(key):
			c.fileThere(e.join(e.worldVal(), e.refVal(e.source(fromFile, n)), 0), true)
		case e.givesConfig() && e.state.Settings.stand(n, e.placeAt(c.f, c.i)):
			c.fileThere(e.refVal(e.source(fromFile, n)), false)
		case e.given(key):
			c.fileThere(text, false)
		default:
			c.fileMissing()
			c.written(n)
			c.madeDirectory(n)
		}
	}
}

// unnamedFile stands for all files whose names are not known: they may be there
// on a fresh install, and what a decoder reads of them says nothing of others.
const unnamedFile = "*"

// absentFile is the value of a file switch that says there is no file.
const absentFile = "(absent)"

// Settings say which of the user's files hold settings; nil that any may.
type Settings struct {
	Files  map[string]bool
	places map[int32]bool // where files are opened; their names depend on the state
}

func (s *Settings) stand(file string, at int32) bool {
	return s == nil || s.Files[file] || s.places[at]
}

// opens notes where a file is opened.
func (c *modelCall) opens(name string) {
	e := c.e
	if e.opened == nil {
		e.opened = map[string][]int32{}
	}
	if at := e.placeAt(c.f, c.i); !slices.Contains(e.opened[name], at) {
		e.opened[name] = append(e.opened[name], at)
	}
}

// readsSettings notes the files that a decoder reads.
func (c *modelCall) readsSettings() {
	e := c.e
	named := false
	for _, a := range append([]val{c.recv}, c.args...) {
		for _, l := range e.sourceOf(a) {
			named = true
			if o := e.locs[l].obj; o.source == fromFile {
				if e.settingsIn == nil {
					e.settingsIn = map[string]bool{}
				}
				e.settingsIn[o.name] = true
			}
		}
	}
	e.unnamed = e.unnamed || !named
}

// Any reports whether settings stand in some file.
func (s *Settings) Any() bool { return s == nil || len(s.Files) > 0 }

// With returns settings that stand in more files, too.
func (s *Settings) With(files []Written) *Settings {
	if s == nil {
		return nil
	}
	out := &Settings{maps.Clone(s.Files), s.places}
	for _, w := range files {
		out.Files[w.Name] = true
	}
	return out
}

// Settings are the user's files that the run decoded.
func (r *Run) Settings() *Settings {
	if r.unnamed {
		return nil
	}
	out := &Settings{map[string]bool{}, map[int32]bool{}}
	for name := range r.settingsIn {
		out.Files[name] = true
		for _, at := range r.opened[name] {
			out.places[at] = true
		}
	}
	return out
}

// SettingsAt returns where a file that holds settings is opened.
func (r *Run) SettingsAt() (file string, pos ir.Pos, ok bool) {
	settings := r.Settings()
	if settings == nil {
		return "", ir.Pos{}, false
	}
	for _, at := range slices.Sorted(maps.Keys(settings.places)) {
		if p := r.p.placeOf(at); p.Func != "" {
			return r.p.PosOf(SiteKey{p.Func, p.Instr})
		}
	}
	return "", ir.Pos{}, false
}

// givesConfig reports whether the state gives some setting a value.
func (e *eval) givesConfig() bool {
	for k := range e.state.Set {
		if k.Kind == "config" {
			return true
		}
	}
	for k := range e.state.OpenOnly {
		if k.Kind == "config" {
			return true
		}
	}
	return false
}

// fileThere yields a file with that content; it may fail all the same.
func (c *modelCall) fileThere(content val, mayFail bool) {
	v := content
	switch c.m.Get("yields") {
	case "info":
		v = c.e.someVal()
	}
	if v == bottom {
		v = c.e.worldVal()
	}
	err := c.e.nilVal()
	if mayFail {
		err = c.e.worldVal()
	}
	c.join(c.e.tupleVal(v, err))
}

func (c *modelCall) fileMissing() {
	c.join(c.e.tupleVal(c.e.nilVal(), c.e.someVal()))
}

// yieldError returns an error of the world, or a value with one.
func (c *modelCall) yieldError() {
	if c.results() > 1 {
		c.join(c.e.tupleVal(c.e.someVal(), c.e.worldVal()))
		return
	}
	c.join(c.e.worldVal())
}

// ask stores a person's answer; on a fresh install it is empty. What is read
// from elsewhere is nobody's answer.
func (c *modelCall) ask() {
	e := c.e
	dest := c.at("dest")
	of, named := c.m.Arg("of")
	person := !named || e.isInput(c.nth(of))
	for _, d := range e.variadic(dest) {
		for _, r := range e.vs.get(d).refs {
			if !person {
				e.store(r, e.worldVal(), c.by, 0, nil)
				continue
			}
			key := SwitchKey{"prompt", e.promptName(c)}
			v := e.readSwitch(key, c.by, e.strVal(""), e.symbolOf(r), e.p.types[e.locs[r].typ].kind)
			e.locs[r].cell.sure = true
			e.define(r, key, v)
			e.store(r, v, c.by, 0, nil)
		}
	}
	c.yield(e.worldVal())
}

// isInput reports whether a value is read from standard input.
func (e *eval) isInput(v val) bool {
	for _, s := range e.sourceOf(v) {
		if e.locs[s].obj.source == fromInput {
			return true
		}
	}
	return false
}

// promptName names a prompt by the function that asks.
func (e *eval) promptName(c *modelCall) string {
	return c.f.fn.Name
}

// read yields what is read: an answer, a file's content, or something of the
// world.
func (c *modelCall) read() {
	e := c.e
	of := c.at("of")
	v := *e.vs.get(of)
	for _, t := range v.consts { // a file whose content is known
		c.yieldWithError(e.constVal(t))
	}
	sources := e.sourceOf(of)
	for _, s := range sources {
		switch e.locs[s].obj.source {
		case fromInput:
			c.yieldWithError(e.readSwitch(SwitchKey{"prompt", e.promptName(c)}, c.by, e.strVal(""), "", 0))
		default:
			c.yieldWithError(e.refVal(s))
		}
	}
	if len(v.consts) == 0 && len(sources) == 0 {
		c.yield(e.worldVal())
	}
}

// consent yields what a library has kept of a yes, which nobody has said on a
// fresh install.
func (c *modelCall) consent() {
	e := c.e
	given := e.vs.get(e.readSwitch(SwitchKey{"function", c.m.Get("gate")}, c.by, e.boolVal(false), "", ir.KBool))
	yes := given.top != known
	for _, k := range given.consts {
		yes = yes || k == e.p.symTrue
	}
	if yes {
		c.join(e.tupleVal(e.worldVal(), e.nilVal()))
	}
	if given.top != known || !yes {
		c.join(e.tupleVal(e.nilVal(), e.someVal()))
	}
}

// yieldWithError returns v, beside an error of the world.
func (c *modelCall) yieldWithError(v val) {
	if c.results() > 1 {
		v = c.e.tupleVal(v, c.e.worldVal(), c.e.worldVal())
	}
	c.join(v)
}

// joinPath puts a path together with what is known of its elements.
func (c *modelCall) joinPath() {
	e := c.e
	if len(c.args) == 0 {
		c.join(e.worldVal())
		return
	}
	out := []string{""}
	for _, a := range e.variadic(c.args[0]) {
		var next []string
		for _, prefix := range out {
			for _, t := range e.texts(e.vs.get(a)) {
				next = append(next, joinElements(prefix, t))
			}
		}
		out = next
		if len(out) > maxConsts {
			c.join(e.worldVal())
			return
		}
	}
	for _, t := range out {
		c.join(e.strVal(squeeze(t)))
	}
}

func joinElements(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	return strings.TrimSuffix(a, "/") + "/" + strings.TrimPrefix(b, "/")
}

// remember keeps a value under the type of its key, as a context does.
func (c *modelCall) remember() {
	e := c.e
	for _, k := range e.keyTypes(c.at("key")) {
		e.store(e.keyed("context", k, true), c.at("value"), c.by, 0, nil)
	}
	c.join(c.at("as"))
}

func (c *modelCall) recall() {
	e := c.e
	keys := e.keyTypes(c.at("key"))
	if len(keys) == 0 {
		c.join(e.worldVal())
	}
	c.join(e.nilVal())
	for _, k := range keys {
		if v := e.load(e.keyed("context", k, true), c.by); v != bottom {
			c.result = bottom // what was put there comes back
			c.join(v)
		}
	}
}

func (e *eval) keyTypes(v val) []string {
	var out []string
	for _, d := range e.vs.get(v).dyns {
		key := e.p.types[d.typ].key
		for _, c := range e.vs.get(d.v).consts {
			key += "=" + e.p.consts[c].Text
		}
		out = append(out, key)
	}
	return out
}

// encode makes text of a value, which decoding gives back.
func (c *modelCall) encode() {
	e := c.e
	l := e.object(objKey{modelled, c.f.id, c.i, "encoded"}, 0, object{kind: modelled, site: c.i, frame: c.f.id, source: fromProgram})
	e.grow(e.child(l, e.p.intern(valuePart), 0), e.unbox(c.at("value")), 0)
	c.yieldWithError(e.refVal(l))
}

const valuePart = "value()"

// encoded decodes what the program itself encoded.
func (c *modelCall) encoded(dest val) {
	e := c.e
	for _, a := range append([]val{c.recv}, c.args...) {
		for _, s := range e.sourceOf(a) {
			part, ok := e.partAt(s, e.p.intern(valuePart))
			if !ok {
				continue
			}
			for _, from := range e.vs.get(e.locs[part].cell.v).refs {
				for _, to := range e.vs.get(dest).refs {
					e.copyStruct(to, copyEdge{at: from, by: c.by})
				}
			}
		}
	}
}

// reflected follows the two steps by which reflection calls: finding a method
// by its name, and calling. A name that is not known, or a piece of it, may be any
// method's that fits: such a call is a guess.
func (c *modelCall) reflected() {
	e := c.e
	switch c.m.Get("does") {
	case "call":
		c.handed(c.recv, "")
	default:
		names, known := e.strings(c.at("name"))
		for _, d := range e.vs.get(c.recv).dyns {
			info := &e.p.types[d.typ]
			for _, m := range info.names {
				fn := info.impl[m]
				if trigger, ok := named(e.p.strs[m], names, known); fn != nil && ok {
					c.callback(fn, 0, []val{d.v}, trigger)
				}
			}
		}
	}
	c.join(e.worldVal())
}

// named reports whether a method may be the one that is asked for by one of the
// names, and how sure that is.
func named(method string, names []string, known bool) (trigger string, ok bool) {
	if contains(names, method) {
		return "", true
	}
	for _, n := range names {
		first, rest, pattern := strings.Cut(n, hole)
		if pattern && strings.HasPrefix(method, first) && strings.HasSuffix(method, rest[strings.LastIndex(rest, hole)+1:]) {
			return guessed, true
		}
	}
	return guessed, !known
}

// guessed marks the edge to a target that was guessed.
const guessed = "guessed"

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
