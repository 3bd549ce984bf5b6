package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// settle is what a setting holds that several switches can change, the weakest
// first: its default, unless the state says otherwise.
func (e *eval) settle(keys []SwitchKey, by use, def val, symbol string, kind ir.Kind) val {
	v := def
	for _, k := range keys {
		got := e.readSwitch(k, by, def, symbol, kind)
		if e.given(k) || e.open(k) {
			v = got
		}
	}
	return v
}

// bindOne makes the cell the destination of the switches. A run gives at most
// one of them a value, which is then the one that counts.
func (e *eval) bindOne(l loc, keys []SwitchKey, v val) {
	for i := len(keys) - 1; i >= 0; i-- {
		if i == 0 || e.given(keys[i]) {
			e.define(l, keys[i], v)
			return
		}
	}
}

// destinations are the cells that a definition writes: those that the argument
// dest points to, or a new one, which it returns.
func (c *modelCall) destinations() []loc {
	e := c.e
	dest := c.at("dest")
	if dest != bottom {
		c.join(e.worldVal())
		return e.refsOf(dest)
	}
	l := c.made("flag", e.p.types[c.resultType()].elem)
	c.join(e.refVal(l))
	return []loc{l}
}

// flagNames are the names that a definition or look-up means: as a user types
// them, without dashes, the first of several.
func (c *modelCall) flagNames(key string) []string {
	names, known := c.e.strings(c.at(key))
	if !known {
		return []string{"?"}
	}
	for i, n := range names {
		n, _, _ = strings.Cut(n, ",")
		names[i] = strings.TrimLeft(strings.TrimSpace(n), "-")
	}
	return names
}

// flag defines a flag, or those of a table.
func (c *modelCall) flag() {
	for _, row := range c.rows("name") {
		row.flags()
	}
}

// flags defines the flags that have the names of the call.
func (c *modelCall) flags() {
	cells := c.destinations()
	for _, name := range c.flagNames("name") {
		for _, l := range cells {
			c.defineFlag(l, name, nil, c.at("default"), c.by)
		}
	}
}

// defineFlag gives a cell what a flag or one of the variables beside it says.
// at is where the default is set.
func (c *modelCall) defineFlag(l loc, name string, envs []string, def val, at use) {
	e := c.e
	var keys []SwitchKey
	for _, n := range envs {
		keys = append(keys, SwitchKey{"env", n})
	}
	keys = append(keys, SwitchKey{"flag", name})
	v := e.settle(keys, c.by, def, e.symbolOf(l), e.p.types[e.locs[l].typ].kind)
	for _, k := range keys {
		e.defaultAt(k, at)
	}
	e.locs[l].cell.sure = true
	e.bindOne(l, keys, v)
	e.store(l, v, c.by, e.placeAt(c.f, c.i), nil)
	cell := e.keyed("flag", name, true)
	if e.given(SwitchKey{"flag", name}) {
		e.store(cell, v, c.by, 0, nil)
		return
	}
	e.include(l, cell)
}

// defaultAt notes where the default of a switch is set.
func (e *eval) defaultAt(k SwitchKey, at use) {
	s := e.switches[k]
	for _, u := range s.DefaultAt {
		if u == at {
			return
		}
	}
	s.DefaultAt = append(s.DefaultAt, at)
}

// keyed is the cell in which a default and look-ups by a key meet.
func (e *eval) keyed(kind, key string, sure bool) loc {
	l := e.object(objKey{kind: modelled, a: -1, extra: kind + "\x00" + strings.ToLower(key)}, 0,
		object{kind: modelled, name: key})
	if sure {
		e.locs[l].cell.sure = true
	}
	return l
}

// unbox returns what stands in an interface value.
func (e *eval) unbox(v val) val {
	var out val
	for _, d := range e.vs.get(v).dyns {
		out = e.join(out, d.v, 0)
	}
	if out == bottom {
		return v
	}
	return out
}

// changed tells whether a flag or setting was given.
func (c *modelCall) changed() {
	e := c.e
	if c.m.Get("kind") == "config" {
		for _, k := range c.keeps() {
			for _, n := range c.names() {
				c.isSet(e.keysOf(k, n, c.by), e.keepCell(k, n))
			}
		}
		return
	}
	for _, n := range c.flagNames("name") {
		c.isSet([]SwitchKey{{"flag", n}}, 0)
	}
}

// isSet yields whether one of the switches is given, or a default is there.
func (c *modelCall) isSet(keys []SwitchKey, cell loc) {
	e := c.e
	v := e.boolVal(false)
	if cell != 0 {
		e.noteReader(cell, c.by)
		if e.locs[cell].cell.stored {
			v = e.boolVal(true)
		}
	}
	for _, k := range keys {
		e.readSwitch(k, c.by, bottom, "", ir.KOther)
		switch {
		case e.given(k):
			v = e.boolVal(true)
		case e.open(k):
			v = e.eitherBool()
		}
	}
	c.join(v)
}

// Parts of what models make to describe a flag or command.
const (
	flagPart    = "flag()"
	defaultPart = "default()"
	envPart     = "env()"
)

// named yields the description of a flag by its name.
func (c *modelCall) named() {
	e := c.e
	l := c.made("named", e.p.types[c.resultOf()].elem)
	for _, n := range c.flagNames("name") {
		e.grow(e.partOf(l, flagPart), e.strVal(n), 0)
		if f := e.fieldAt(l, "Value"); f != 0 { // its methods are asked for the flag
			e.locs[f].cell.sure = true
			e.grow(f, e.vs.intern(value{some: true, refs: []loc{l}}), 0)
		}
		if f := e.fieldAt(l, "Changed"); f != 0 {
			was := c.result
			c.isSet([]SwitchKey{{"flag", n}}, 0)
			e.locs[f].cell.sure = true
			e.store(f, c.result, c.by, 0, nil)
			c.result = was
		}
	}
	c.yield(e.refVal(l))
}

// flagText is the value of a flag as text, asked of its description.
func (c *modelCall) flagText() {
	e := c.e
	var out val
	for _, r := range e.refsOf(c.at("of")) {
		names, _ := e.strings(e.held(r, flagPart, c.by))
		for _, n := range names {
			v := *e.vs.get(e.load(e.keyed("flag", n, false), c.by))
			for _, k := range v.consts {
				out = e.join(out, e.strVal(e.p.consts[k].Text), 0)
			}
			out = e.join(out, e.topOf(&v), 0)
		}
	}
	if out == bottom {
		out = e.worldVal()
	}
	c.yield(out)
}

// describe begins the description of a flag that further calls go on with.
func (c *modelCall) describe() {
	l := c.made("described", c.e.p.types[c.resultOf()].elem)
	c.e.grow(c.e.partOf(l, flagPart), c.at("name"), 0)
	c.yield(c.e.refVal(l))
}

// with adds a default or variables to the description.
func (c *modelCall) with() {
	e := c.e
	for _, p := range [][2]string{{defaultPart, "default"}, {envPart, "env"}} {
		part, v := p[0], c.at(p[1])
		if v == bottom {
			continue
		}
		if items := e.items(v, c.by); len(items) > 0 { // variadic
			v = items[0]
		}
		for _, r := range e.refsOf(c.recv) {
			e.store(e.partOf(r, part), v, c.by, 0, nil)
		}
	}
	c.yield(c.recv)
}

// define ends the description: the flag is there, and its type is known.
func (c *modelCall) define() {
	e := c.e
	cells := c.destinations()
	for _, r := range e.refsOf(c.recv) {
		r = e.described(r)
		names, _ := e.strings(e.held(r, flagPart, c.by))
		envs, _ := e.strings(e.held(r, envPart, c.by))
		text := e.held(r, defaultPart, c.by)
		if text == bottom && !e.settled[c.by] {
			e.waitRest(c.by)
			continue
		}
		at := c.by
		if stores := e.locs[e.partOf(r, defaultPart)].cell.stores; len(stores) > 0 {
			at = stores[0]
		}
		for _, l := range cells {
			for _, n := range names {
				c.defineFlag(l, n, envs, e.parsed(text, e.locs[l].typ), at)
			}
		}
	}
}

// described is the description that l is an embedded part of.
func (e *eval) described(l loc) loc {
	for p := l; p != 0; p = e.locs[p].parent {
		if _, ok := e.partAt(p, e.p.intern(flagPart)); ok {
			return p
		}
	}
	return l
}

// parsed is the value that a text stands for; zero where there is none.
func (e *eval) parsed(text val, typ typeID) val {
	if text == bottom {
		return e.zero(typ)
	}
	var out val
	for _, c := range e.vs.get(text).consts {
		out = e.join(out, e.textValue(e.p.consts[c].Text, e.p.types[typ].kind), 0)
	}
	return e.join(out, e.topOf(e.vs.get(text)), 0)
}
