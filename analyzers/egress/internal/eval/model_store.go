package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// A keep is a store of settings under keys, or a section of one. Each object
// that a library makes is a store of its own (at); what cannot be told apart
// is the library's common store, 0.
type keep struct {
	at   loc
	path string // of the section
}

// Parts of the objects that stand for a section.
const (
	keepPart = "store()"
	pathPart = "path()"
)

// keeps are the stores that the call is about.
func (c *modelCall) keeps() []keep {
	e := c.e
	var out []keep
	for _, r := range e.refsOf(c.at("of")) {
		paths, known := e.strings(e.held(r, pathPart, c.by))
		if !known {
			out = append(out, keep{at: r})
			continue
		}
		under := loc(0)
		for _, s := range e.refsOf(e.held(r, keepPart, c.by)) {
			under = s
		}
		for _, p := range paths {
			out = append(out, keep{under, p})
		}
	}
	if len(out) == 0 {
		out = append(out, keep{})
	}
	return out
}

// under is a key within a section.
func (k keep) under(name string) string {
	switch {
	case k.path == "":
		return name
	case name == "":
		return k.path
	}
	return k.path + "." + name
}

// names are the keys that the call is about; the section itself if it names
// none.
func (c *modelCall) names() []string {
	if c.at("name") == bottom {
		return []string{""}
	}
	names, _ := c.e.strings(c.at("name"))
	return names
}

// keepCell is where a default and look-ups by a key meet.
func (e *eval) keepCell(k keep, name string) loc {
	return e.keyed("config@"+itoa(int(k.at)), k.under(name), false)
}

// note keeps something about a whole store.
func (c *modelCall) note(what string, v val) {
	for _, k := range c.keeps() {
		c.e.grow(c.e.about(k, what), v, 0)
	}
	c.yield(c.e.worldVal())
}

// about is the cell for something about a whole store.
func (e *eval) about(k keep, what string) loc { return e.keyed(what+"@"+itoa(int(k.at)), "", true) }

// setDefault sets the default of a key.
func (c *modelCall) setDefault() {
	for _, k := range c.keeps() {
		for _, n := range c.names() {
			c.keepValue(k, n, c.at("value"))
		}
	}
	c.yield(c.e.worldVal())
}

// keepValue stores a value under a key; a map under the keys of its elements.
func (c *modelCall) keepValue(k keep, name string, v val) {
	e := c.e
	v = e.unbox(v)
	for _, r := range e.vs.get(v).refs {
		if e.p.types[e.locs[r].typ].kind == ir.KMap {
			c.keepMap(k, name, r)
		}
	}
	cell := e.keepCell(k, name)
	e.locs[cell].cell.sure = true
	e.store(cell, v, c.by, e.placeAt(c.f, c.i), nil)
}

// keepMap stores the elements of a map.
func (c *modelCall) keepMap(k keep, name string, m loc) {
	e := c.e
	e.noteReader(e.partOf(m, "keys()"), c.by)
	for n := 0; n < len(e.locs[m].kids); n++ {
		kid := e.locs[m].kids[n]
		part := e.p.strs[e.locs[kid].part]
		if !e.isElement(kid) || part == restPart || part == elemPart {
			continue
		}
		e.noteReader(kid, c.by)
		key := part[1 : len(part)-1]
		if name != "" {
			key = name + "." + key
		}
		if v := e.locs[kid].cell.v; v != bottom {
			c.keepValue(k, key, v)
			c.from(k, key, kid)
		}
	}
}

// from notes that the default of a key stands in an element of a literal.
func (c *modelCall) from(k keep, key string, at loc) {
	cell := c.e.keepCell(k, key)
	if stores := c.e.locs[at].cell.stores; len(stores) > 0 {
		c.e.locs[cell].cell.stores = append([]use{stores[0]}, c.e.locs[cell].cell.stores...)[:1]
	}
}

// lookup reads a flag by name, or a setting by its key.
func (c *modelCall) lookup() {
	e := c.e
	typ := c.resultOf()
	if c.m.Get("kind") == "flag" {
		for _, n := range c.flagNames("name") {
			c.lookedUp(e.load(e.typedCell(e.keyed("flag", n, false), typ), c.by))
		}
		return
	}
	for _, k := range c.keeps() {
		names := c.names()
		if len(names) == 0 {
			c.yield(e.worldVal())
		}
		for _, n := range names {
			c.lookedUp(c.setting(k, n, typ))
		}
	}
}

func (c *modelCall) lookedUp(v val) {
	if v != bottom {
		c.yield(v)
	}
}

// typedCell gives a cell a type that does not have one.
func (e *eval) typedCell(l loc, typ typeID) loc {
	if e.locs[l].typ == 0 {
		e.locs[l].typ = typ
	}
	return l
}

// setting is what a key holds: what a switch says, else the default that was
// set, else that of a flag bound to it, else zero.
func (c *modelCall) setting(k keep, name string, typ typeID) val {
	e := c.e
	keys := e.keysOf(k, name, c.by)
	cell := e.typedCell(e.keepCell(k, name), typ)
	cells := []loc{cell}
	var def val
	e.noteReader(cell, c.by)
	switch flags := e.flagCells(keys); {
	case e.locs[cell].cell.stored:
		def = e.load(cell, c.by)
	case c.at("default") != bottom:
		def, cells = c.defaultArg(), nil
	case len(flags) > 0:
		for _, f := range flags {
			def = e.join(def, e.load(e.typedCell(f, typ), c.by), 0)
		}
		cells = flags
	default:
		def = e.load(cell, c.by)
	}
	v := e.settle(keys, c.by, def, "", e.p.types[typ].kind)
	for _, key := range keys {
		for _, l := range cells {
			e.switches[key].cells = addLoc(e.switches[key].cells, l)
		}
	}
	return v
}

// defaultArg is the default that a look-up gives, also as the first of several.
func (c *modelCall) defaultArg() val {
	v := c.e.unbox(c.at("default"))
	if items := c.e.items(v, c.by); len(items) > 0 {
		return c.e.unbox(items[0])
	}
	return v
}

// flagCells are the cells of those of the switches that are flags which the
// program defines.
func (e *eval) flagCells(keys []SwitchKey) []loc {
	var out []loc
	for _, k := range keys {
		if l := e.keyed(k.Kind, k.Key, false); k.Kind == "flag" && e.locs[l].cell.sure {
			out = append(out, l)
		}
	}
	return out
}

// keysOf are the switches that a key of a store obeys, the weakest first: its
// own name in a file, variables, flags.
func (e *eval) keysOf(k keep, name string, by use) []SwitchKey {
	full := k.under(name)
	keys := []SwitchKey{{"config", full}}
	for _, env := range e.envsOf(k, full, by) {
		keys = append(keys, SwitchKey{"env", env})
	}
	bound := e.keyed("flag-of@"+itoa(int(k.at)), full, true)
	e.noteReader(bound, by)
	flags, _ := e.strings(e.locs[bound].cell.v)
	all := e.about(k, "flags")
	e.noteReader(all, by)
	if cell := e.keyed("flag", full, false); e.locs[all].cell.v != bottom && e.locs[cell].cell.sure {
		flags = append(flags, full)
	}
	for _, f := range flags {
		keys = append(keys, SwitchKey{"flag", f})
	}
	return keys
}

// envsOf are the variables bound to a key, by name or by the rule that the
// program set up: prefix, key, replacements, in capitals.
func (e *eval) envsOf(k keep, full string, by use) []string {
	bound := e.keyed("env-of@"+itoa(int(k.at)), full, true)
	e.noteReader(bound, by)
	names, _ := e.strings(e.locs[bound].cell.v)
	auto := e.about(k, "auto")
	e.noteReader(auto, by)
	if e.locs[auto].cell.v != bottom {
		names = addString(names, e.envFor(k, full, by))
	}
	return names
}

// envFor is the variable that a store makes of a key.
func (e *eval) envFor(k keep, full string, by use) string {
	prefix, replacer := e.about(k, "prefix"), e.about(k, "replacer")
	e.noteReader(prefix, by)
	e.noteReader(replacer, by)
	name := strings.ToUpper(full)
	if p, ok := e.single(e.locs[prefix].cell.v); ok && p.Text != "" {
		name = strings.ToUpper(strings.TrimSuffix(p.Text, "_")) + "_" + name
	}
	for _, r := range e.refsOf(e.locs[replacer].cell.v) {
		name = e.replaced(r, name, by)
	}
	return name
}

// bindEnv binds variables to a key: the key alone means the rule's name.
func (c *modelCall) bindEnv() {
	e := c.e
	var words []string
	for _, w := range e.items(c.at("names"), c.by) {
		if k, ok := e.single(e.unbox(w)); ok {
			words = append(words, k.Text)
		}
	}
	for _, k := range c.keeps() {
		for i, w := range words {
			if i == 0 && len(words) > 1 {
				continue
			}
			if i == 0 {
				w = e.envFor(k, k.under(words[0]), c.by)
			}
			e.grow(e.keyed("env-of@"+itoa(int(k.at)), k.under(words[0]), true), e.strVal(w), 0)
		}
	}
	c.yield(e.worldVal())
}

// bindFlag binds a flag to a key.
func (c *modelCall) bindFlag() {
	e := c.e
	for _, k := range c.keeps() {
		for _, n := range c.names() {
			for _, r := range e.refsOf(c.at("flag")) {
				e.grow(e.keyed("flag-of@"+itoa(int(k.at)), k.under(n), true), e.held(r, flagPart, c.by), 0)
			}
		}
	}
	c.yield(e.worldVal())
}

// section yields a part of a store.
func (c *modelCall) section() {
	e := c.e
	l := c.made("section", e.p.types[c.resultOf()].elem)
	for _, k := range c.keeps() {
		for _, n := range c.names() {
			e.grow(e.partOf(l, pathPart), e.strVal(k.under(n)), 0)
		}
		if k.at != 0 {
			e.grow(e.partOf(l, keepPart), e.refVal(k.at), 0)
		}
	}
	c.yield(e.refVal(l))
}

// unmarshal fills a struct with the defaults of a store; its fields are
// settings.
func (c *modelCall) unmarshal() {
	e := c.e
	for _, r := range e.refsOf(c.at("dest")) {
		e.decodes[r] = addUse(e.decodes[r], c.by)
		if _, ok := e.decoded[r]; !ok {
			e.decoded[r] = fromFile
			e.originates(r)
		}
		for _, k := range c.keeps() {
			for _, n := range c.names() {
				c.unmarshalInto(k, n, r, 0)
			}
		}
	}
	c.yield(e.worldVal())
}

func (c *modelCall) unmarshalInto(k keep, name string, r loc, depth int) {
	e := c.e
	if depth > maxNesting {
		return
	}
	for _, f := range e.p.types[e.locs[r].typ].fields {
		l := e.child(r, f.sym, f.typ)
		key := name
		if !f.embedded {
			key = dotted(name, tagged(f, c.m.Get("tag")))
		}
		if inner := e.structsAt(l, c.by); len(inner) > 0 {
			for _, s := range inner {
				c.unmarshalInto(k, key, s, depth+1)
			}
			continue
		}
		c.unmarshalCell(k, key, l)
	}
}

func (c *modelCall) unmarshalCell(k keep, key string, l loc) {
	e := c.e
	cell := e.keepCell(k, key)
	e.noteReader(cell, c.by)
	if e.locs[cell].cell.stored {
		e.locs[l].cell.sure = true
		e.include(cell, l)
	}
	keys := e.keysOf(k, key, c.by)[1:] // the first one is the field's own
	if len(keys) == 0 {
		return
	}
	def := e.load(l, c.by)
	v := e.settle(keys, use{-1, int32(l)}, def, e.symbolOf(l), e.p.types[e.locs[l].typ].kind)
	e.grow(l, v, 0)
	for _, key := range keys {
		e.switches[key].cells = addLoc(e.switches[key].cells, l)
		if e.given(key) {
			e.define(l, key, v)
		}
	}
}

// tagged is the name of a field for a decoder: by its tag, else its own.
func tagged(f fieldInfo, tag string) string {
	if v, ok := lookupTag(f.tag, tag); ok {
		if name, _, _ := strings.Cut(v, ","); name != "" {
			return name
		}
	}
	return f.name
}

func dotted(a, b string) string {
	if a == "" {
		return b
	}
	return a + "." + b
}

// provide yields a source of settings that the program itself holds.
func (c *modelCall) provide() {
	l := c.made("provided", c.e.p.types[c.resultOf()].elem)
	c.e.grow(c.e.partOf(l, "values()"), c.at("values"), 0)
	c.yield(c.e.refVal(l))
}

// load takes the settings of a source into a store.
func (c *modelCall) load() {
	e := c.e
	for _, p := range e.refsOf(c.at("from")) {
		values := e.unbox(e.held(p, "values()", c.by))
		for _, k := range c.keeps() {
			for _, r := range e.vs.get(values).refs {
				if e.p.types[e.locs[r].typ].kind == ir.KMap {
					c.keepMap(k, "", r)
				} else if e.isStruct(r) {
					c.keepStruct(k, "", r, 0)
				}
			}
		}
	}
	c.yield(e.worldVal())
}

// keepStruct stores the fields of a struct.
func (c *modelCall) keepStruct(k keep, name string, r loc, depth int) {
	e := c.e
	if depth > maxNesting {
		return
	}
	for _, f := range e.p.types[e.locs[r].typ].fields {
		l := e.child(r, f.sym, f.typ)
		key := name
		if !f.embedded {
			key = dotted(name, fieldKey(f))
		}
		if inner := e.structsAt(l, c.by); len(inner) > 0 {
			for _, s := range inner {
				c.keepStruct(k, key, s, depth+1)
			}
			continue
		}
		if v := e.load(l, c.by); v != bottom {
			c.keepValue(k, key, v)
			c.from(k, key, l)
		}
	}
}

// maxNesting bounds how deep structs within structs are followed.
const maxNesting = 8

// structsAt are the structs that stand at l, or that l points to.
func (e *eval) structsAt(l loc, by use) []loc {
	if e.isStruct(l) {
		return []loc{l}
	}
	t := &e.p.types[e.locs[l].typ]
	if t.kind != ir.KPointer || e.p.types[t.elem].kind != ir.KStruct {
		return nil
	}
	e.noteReader(l, by)
	return e.vs.get(e.locs[l].cell.v).refs
}
