package eval

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// Parts of an exec.Cmd that the model makes.
const (
	namePart = "name()"
	argsPart = "args()"
)

// process makes the object of a child process.
func (c *modelCall) process() {
	e := c.e
	l := e.object(objKey{modelled, c.f.id, c.i, "process"}, 0, object{kind: modelled, site: c.i, frame: c.f.id})
	e.grow(e.child(l, e.p.intern(namePart), 0), c.at("name"), 0)
	e.grow(e.child(l, e.p.intern(argsPart), 0), c.at("args"), 0)
	c.join(e.refVal(l))
}

// start runs child processes: a network client is a sink.
func (c *modelCall) start() {
	e := c.e
	for _, r := range e.vs.get(c.at("process")).refs {
		name := e.child(r, e.p.intern(namePart), 0)
		e.noteReader(name, c.by)
		if e.isSelf(e.locs[name].cell.v) {
			e.children = addUse(e.children, c.by)
			continue
		}
		c.prints(r)
		argv := []string{"*"}
		if k, ok := e.single(e.locs[name].cell.v); ok {
			argv[0] = k.Text
		} else {
			e.blind[c.by] = "exec"
		}
		for _, a := range e.variadic(e.locs[e.child(r, e.p.intern(argsPart), 0)].cell.v) {
			text := "*"
			if a != bottom {
				if k, ok := e.single(a); ok {
					text = star(k.Text)
				}
			}
			argv = append(argv, text)
		}
		if kind, host, ok := e.w.ExecClient(argv); ok {
			c.sink(c.m.Symbol, world.Sink{Symbol: c.m.Symbol, Kind: kind, Network: -1, Dest: world.Dest{Arg: -1}}, c.recv, c.args)
			e.sinks[c.by].Argv, e.sinks[c.by].Host = argv, host
		}
	}
	if c.m.Get("output") != "" {
		c.yieldWithError(e.refVal(e.source(fromProcess, "")))
		return
	}
	c.yield(e.worldVal())
}

// prints fills the buffers of the program that a child process prints to.
func (c *modelCall) prints(process loc) {
	e, field := c.e, c.m.Get("prints")
	if field == "" {
		return
	}
	to := e.child(process, e.p.intern(field), 0)
	for _, d := range e.vs.get(e.load(to, c.by)).dyns {
		for _, r := range e.vs.get(d.v).refs {
			if obj := e.locs[r].obj; obj.source == "" && (obj.kind == allocated || obj.kind == variable) && !e.p.isOurs(e.p.intern(e.p.types[e.locs[r].typ].symbol)) {
				obj.source = fromProcess
			}
		}
	}
}

// isSelf reports whether a path may be that of the program's own executable.
func (e *eval) isSelf(name val) bool {
	for _, l := range e.sourceOf(name) {
		if e.locs[l].obj.source == fromSelf {
			return true
		}
	}
	return false
}

func addUse(list []use, u use) []use {
	if slices.Contains(list, u) {
		return list
	}
	return append(list, u)
}

// A Child is the program itself, run by itself.
type Child struct {
	Set map[SwitchKey]string // the command and flags it is given, the variables set for it
	at  use
}

// Children returns the runs of the program's own executable that it starts.
// What is not a constant among words and variables is not seen.
func (r *Run) Children() []Child {
	var out []Child
	for _, u := range r.children {
		c := Child{Set: map[SwitchKey]string{}, at: u}
		f, in := r.at(u)
		for _, p := range r.vs.get(r.arg(f, in.Args[1])).refs {
			r.childWords(p, c.Set)
			r.childVariables(p, c.Set)
		}
		if len(c.Set) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// childWords reads the command and the flags from what a child is started with.
func (r *Run) childWords(p loc, set map[SwitchKey]string) {
	var words []string
	args, ok := r.partAt(p, r.p.intern(argsPart))
	if !ok {
		return
	}
	for _, a := range r.variadic(r.locs[args].cell.v) {
		k, ok := r.single(a)
		if !ok || isPattern(k.Text) {
			break
		}
		if name, isFlag := strings.CutPrefix(k.Text, "-"); isFlag {
			name, value, given := strings.Cut(strings.TrimPrefix(name, "-"), "=")
			if !given {
				value = "true"
			}
			set[SwitchKey{"flag", name}] = value
			continue
		}
		words = append(words, k.Text)
		set[SwitchKey{"command", strings.Join(words, " ")}] = "true"
	}
}

// childVariables finds the texts NAME=VALUE in the environment of a child.
func (r *Run) childVariables(p loc, set map[SwitchKey]string) {
	for _, l := range r.locs[p].kids {
		if !strings.HasSuffix(r.p.strs[r.locs[l].part], ".Env") {
			continue
		}
		for _, slice := range r.vs.get(r.locs[l].cell.v).refs {
			for _, k := range r.locs[slice].kids {
				for _, c := range r.vs.get(r.locs[k].cell.v).consts {
					setVariable(r.p.consts[c].Text, set)
				}
			}
		}
	}
}

// setVariable notes a text NAME=VALUE.
func setVariable(text string, set map[SwitchKey]string) {
	name, value, ok := strings.Cut(text, "=")
	if ok && name != "" && strings.ToUpper(name) == name && !strings.ContainsAny(name, " \t-./:") {
		set[SwitchKey{"env", name}] = value
	}
}

// ChildKeys returns the switches near the start of a child.
func (r *Run) ChildKeys(c Child) []SwitchKey {
	steps, _ := r.Path(&Site{Uses: []use{c.at}})
	return r.Near(steps)
}

// ChildSlice returns what the start of a child rests on.
func (r *Run) ChildSlice(c Child) Slice {
	return r.Slice(&Site{Uses: []use{c.at}})
}
