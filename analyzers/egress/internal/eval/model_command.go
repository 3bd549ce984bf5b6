package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// Parts of the objects that stand for commands, beside their fields.
const (
	childrenPart = "commands()"
	runPart      = "run()"
	wordPart     = "word()"
)

// CommandTrigger is what the trigger of a command begins with; the words that
// a user types follow.
const CommandTrigger = "command "

// subcommand adds commands to a command: those of a slice, or a new one.
func (c *modelCall) subcommand() {
	e := c.e
	var children []loc
	if add := c.at("add"); add != bottom {
		children = e.refsOf(add)
		if items := e.items(add, c.by); len(items) > 0 {
			children = nil
			for _, x := range items {
				children = append(children, e.refsOf(x)...)
			}
		}
		c.yield(e.worldVal())
	} else {
		l := c.made("command", e.p.types[c.resultOf()].elem)
		e.grow(e.partOf(l, wordPart), c.at("name"), 0)
		children = []loc{l}
		c.yield(e.refVal(l))
	}
	parents := e.refsOf(c.at("of"))
	for _, child := range children {
		for _, p := range parents {
			e.grow(e.partOf(p, childrenPart), e.refVal(child), 0)
		}
		if len(parents) == 0 { // of a command that nobody knows
			e.grow(e.partOf(e.keyed("root", "", true), childrenPart), e.refVal(child), 0)
		}
	}
}

// hook gives a command a function to call.
func (c *modelCall) hook() {
	for _, r := range c.e.refsOf(c.at("of")) {
		c.e.grow(c.e.partOf(r, runPart), c.at("run"), 0)
	}
	c.yield(c.at("of"))
}

// supply keeps values that functions called by reflection get by their type.
func (c *modelCall) supply() {
	for _, v := range c.e.items(c.at("values"), c.by) {
		c.e.grow(c.e.keyed("supplied", "", true), v, 0)
	}
	c.yield(c.e.worldVal())
}

// words yields the words of a command; a user types them.
func (c *modelCall) words() {
	for _, r := range c.e.refsOf(c.at("of")) {
		if v := c.e.held(r, wordPart, c.by); v != bottom {
			c.yield(v)
			return
		}
	}
	c.yield(c.e.worldVal())
}

// execute calls the functions of a command, and of those below it, each with
// its trigger.
func (c *modelCall) execute() {
	e := c.e
	e.heavy[c.by] = true // it looks at everything that describes a command
	c.within = map[loc]bool{}
	if s := c.at("supply"); s != bottom {
		for _, v := range e.items(s, c.by) {
			e.grow(e.keyed("supplied", "", true), v, 0)
		}
	}
	for _, r := range e.refsOf(c.at("of")) {
		for _, g := range e.refsOf(e.held(r, grammarPart, c.by)) {
			c.runGrammar(g, "", 0)
		}
		c.runCommand(r, "", 0)
	}
	c.runChildren(e.keyed("root", "", true), "", 0)
	if e.p.types[c.resultOf()].kind == ir.KString { // the command that was typed
		c.yield(e.refVal(e.source(fromArguments, "")))
		return
	}
	c.yield(e.worldVal())
}

// runCommand calls the functions of one command. words are those that a user
// types for it; none for the root, which is the program's start.
func (c *modelCall) runCommand(r loc, words string, depth int) {
	e := c.e
	trigger, ok := c.typed(words)
	if !ok || depth > maxNesting || c.within[r] { // commands of one loop are one object
		return
	}
	c.within[r] = true
	defer delete(c.within, r)
	self := []val{e.refVal(r)}
	c.callValue(e.held(r, runPart, c.by), nil, trigger)
	c.runChildren(r, words, depth)
	m, known := e.w.Model(e.p.types[e.locs[r].typ].symbol)
	if !known || m.Effect != "command" {
		return
	}
	for _, key := range []string{"run", "always"} {
		for _, name := range m.List(key) {
			c.callField(r, name, self, trigger)
		}
	}
	for _, name := range m.List("flags") {
		for _, f := range e.items(e.peek(e.fieldAt(r, name), c.by), c.by) {
			for _, o := range e.refsOf(f) {
				c.optionFlag(o)
			}
		}
	}
	for _, name := range m.List("commands") {
		for _, f := range e.items(e.peek(e.fieldAt(r, name), c.by), c.by) {
			c.runBelow(e.refsOf(f), words, depth)
		}
	}
}

// typed returns the trigger of a command, and whether it runs. A command that
// is named for what it does is a wish of the user's, and so a switch; others
// are judged like the program's start.
// isWish reports whether a command is named for what somebody wants by it.
func (e *eval) isWish(words string) bool {
	wish, ok := e.wishes[words]
	if !ok {
		_, wish = e.w.UserCommand(strings.Fields(words))
		e.wishes[words] = wish
	}
	return wish
}

func (c *modelCall) typed(words string) (trigger string, runs bool) {
	if words == "" {
		return "", true
	}
	e := c.e
	if e.isWish(words) {
		v := e.readSwitch(SwitchKey{"command", words}, c.by, e.boolVal(false), "", ir.KBool)
		runs = v != e.boolVal(false)
	} else {
		runs = true
	}
	return CommandTrigger + words, runs
}

// callField calls the function in a field of a command. What it gets of the
// command's type is the command.
func (c *modelCall) callField(r loc, name string, self []val, trigger string) {
	e := c.e
	v := e.unbox(e.peek(e.fieldAt(r, name), c.by))
	for _, f := range e.refsOf(v) {
		obj := e.locs[f].obj
		if obj.kind != code || obj.fn == nil {
			continue
		}
		args := make([]val, len(obj.fn.Params))
		for i, p := range obj.fn.Params {
			args[i] = e.worldVal()
			if t := &e.p.types[obj.fn.unit.typ[p.Type]]; t.kind == ir.KPointer && t.elem == e.locs[r].typ {
				args[i] = self[0]
			}
		}
		c.callback(obj.fn, f, args, trigger)
	}
}

func (c *modelCall) runChildren(r loc, words string, depth int) {
	c.runBelow(c.e.refsOf(c.e.held(r, childrenPart, c.by)), words, depth)
}

// runBelow runs commands below another one.
func (c *modelCall) runBelow(commands []loc, words string, depth int) {
	for _, r := range commands {
		if w, ok := c.wordsOf(r, words); ok {
			c.runCommand(r, w, depth+1)
		}
	}
}

// wordsOf are the words for a command below another one: the first word of its
// name follows the other's. A command whose name is not there yet has to wait.
func (c *modelCall) wordsOf(r loc, above string) (words string, ok bool) {
	e := c.e
	v := e.held(r, wordPart, c.by)
	if m, ok := e.w.Model(e.p.types[e.locs[r].typ].symbol); ok && m.Effect == "command" && v == bottom {
		v = e.peek(e.fieldAt(r, m.Get("name")), c.by)
	}
	if v == bottom && !e.settled[c.by] {
		e.last = append(e.last, c.by)
		return "", false
	}
	word := "?"
	if names, ok := e.strings(v); ok {
		if first := strings.Fields(star(names[0])); len(first) > 0 {
			word = first[0]
		}
	}
	return strings.TrimSpace(above + " " + word), true
}

// optionFlag defines the flag that a struct describes.
func (c *modelCall) optionFlag(r loc) {
	e := c.e
	m, ok := e.w.Model(e.p.types[e.locs[r].typ].symbol)
	if !ok || m.Effect != "option" {
		return
	}
	names, known := e.strings(e.peek(e.fieldAt(r, m.Get("name")), c.by))
	if !known {
		return
	}
	name, _, _ := strings.Cut(names[0], ",")
	cell := e.fieldAt(r, m.Get("default"))
	var def val
	at := c.by
	switch {
	case m.Get("value") != "":
		def = e.typed(m.Get("value"), ir.KOther)
	case cell != 0:
		def = e.load(cell, c.by)
		if stores := e.locs[cell].cell.stores; len(stores) > 0 {
			at = stores[0]
		}
	}
	l := e.object(objKey{modelled, int32(r), -6, "option"}, e.typeAt(cell), object{kind: modelled, name: name})
	c.defineFlag(l, name, c.optionEnvs(r, m), def, at)
	for _, d := range e.refsOf(e.peek(e.fieldAt(r, m.Get("dest")), c.by)) {
		if cell == 0 && def == bottom { // a description without a default
			def = e.zero(e.locs[d].typ)
		}
		c.defineFlag(d, name, c.optionEnvs(r, m), def, at)
	}
}

func (e *eval) typeAt(l loc) typeID {
	if l == 0 {
		return 0
	}
	return e.locs[l].typ
}

// optionEnvs are the variables of a flag that a struct describes: a text with
// commas, a slice of texts, or what holds such a slice.
func (c *modelCall) optionEnvs(r loc, m world.Model) []string {
	e := c.e
	var out []string
	for _, name := range m.List("env") {
		v := e.peek(e.fieldAt(r, name), c.by)
		if v == bottom {
			continue
		}
		values := append([]val{v}, e.items(v, c.by)...)
		for _, p := range e.refsOf(v) {
			values = append(values, e.items(e.unbox(e.held(p, "values()", c.by)), c.by)...)
		}
		for _, x := range values {
			texts, _ := e.strings(x)
			for _, t := range texts {
				for _, n := range strings.Split(t, ",") {
					out = addString(out, strings.TrimSpace(n))
				}
			}
		}
	}
	return out
}

// runGrammar calls the commands of a struct whose tags a library read.
func (c *modelCall) runGrammar(r loc, words string, depth int) {
	e := c.e
	tag := c.m.Get("command")
	trigger, ok := c.typed(words)
	if !ok || tag == "" || depth > maxNesting {
		return
	}
	c.method1(r, c.m.Get("run"), nil, trigger)
	for _, f := range e.p.types[e.locs[r].typ].fields {
		_, ok := lookupTag(f.tag, tag)
		l := e.child(r, f.sym, f.typ)
		for _, s := range e.structsAt(l, c.by) {
			switch {
			case ok:
				name, named := lookupTag(f.tag, "name")
				if !named {
					name = kebab(f.name)
				}
				c.runGrammar(s, strings.TrimSpace(words+" "+name), depth+1)
			case f.embedded || hasTag(f.tag, "embed"):
				c.runGrammar(s, words, depth+1)
			}
		}
	}
}

func hasTag(tag, key string) bool {
	_, ok := lookupTag(tag, key)
	return ok
}

// runWords calls the method that a library calls on the commands of a struct
// while it parses.
func (c *modelCall) runWords(r loc, words string, depth int) {
	e := c.e
	run, tag := c.m.Get("run"), c.m.Get("command")
	if run == "" || depth > maxNesting {
		return
	}
	trigger, typed := c.typed(words)
	if !typed {
		return
	}
	if words != "" {
		c.method1(r, run, nil, trigger)
	}
	for _, f := range e.p.types[e.locs[r].typ].fields {
		name, ok := lookupTag(f.tag, tag)
		for _, s := range e.structsAt(e.child(r, f.sym, f.typ), c.by) {
			below := words
			if ok {
				below = strings.TrimSpace(words + " " + name)
			}
			c.runWords(s, below, depth+1)
		}
	}
}

// method1 calls a method of the struct at r by its name, if it has one; what
// the method takes is found by type among what the program supplied.
func (c *modelCall) method1(r loc, name string, args []val, trigger string) {
	e := c.e
	t := &e.p.types[e.locs[r].typ]
	fn := e.p.fn(t.symbol + "." + name)
	if fn == nil {
		return
	}
	args = append([]val{e.refVal(r)}, args...)
	for n := len(args); n < len(fn.Params); n++ {
		args = append(args, c.supplied(fn.unit.typ[fn.Params[n].Type]))
	}
	c.callback(fn, 0, args, trigger)
}

// supplied is what the program supplied for a parameter of that type.
func (c *modelCall) supplied(typ typeID) val {
	e := c.e
	cell := e.keyed("supplied", "", true)
	e.noteReader(cell, c.by)
	var out val
	for _, d := range e.vs.get(e.locs[cell].cell.v).dyns {
		switch t := &e.p.types[typ]; {
		case d.typ == typ:
			out = e.join(out, d.v, 0)
		case t.kind == ir.KInterface && len(t.names) > 0 && e.implements(d.typ, t):
			out = e.join(out, e.vs.intern(value{dyns: []dyn{d}}), 0)
		}
	}
	if out == bottom {
		return e.worldVal()
	}
	return out
}
