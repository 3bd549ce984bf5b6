package eval

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// A nest says where a struct within structs stands: what its flags and
// variables begin with.
type nest struct {
	flag, env string
	depth     int
}

// Parts of what a library makes of a struct whose tags it read.
const grammarPart = "grammar()"

// fill gives the fields of a struct what their tags say: defaults, flags,
// variables. What it yields remembers the struct, for its commands to be
// called.
func (c *modelCall) fill() {
	e := c.e
	n := nest{}
	if p, ok := e.single(c.at("prefix")); ok && p.Text != "" {
		n.env = p.Text + c.m.Get("envjoin")
	}
	dest := c.at("dest")
	if dest == bottom { // a generic function that yields the struct
		l := c.made("filled", c.resultOf())
		c.fillStruct(l, n)
		c.yield(e.refVal(l))
		return
	}
	result := &e.p.types[c.resultOf()]
	l := c.made("grammar", result.elem)
	for _, r := range e.refsOf(dest) {
		e.grow(e.partOf(l, grammarPart), e.refVal(r), 0)
		c.fillStruct(r, n)
		c.runWords(r, "", 0)
	}
	if result.kind == ir.KPointer {
		c.yield(e.refVal(l))
		return
	}
	c.yield(e.worldVal())
}

func (c *modelCall) fillStruct(r loc, n nest) {
	e := c.e
	if e.p.types[e.locs[r].typ].kind == ir.KPointer {
		for _, inner := range e.structsAt(r, c.by) {
			c.fillStruct(inner, n)
		}
		return
	}
	if n.depth > maxNesting {
		return
	}
	for _, h := range c.m.List("hooks") {
		c.method1(r, h, nil, "")
	}
	for _, f := range e.p.types[e.locs[r].typ].fields {
		if !f.embedded && !exported(f.name) || c.skips(f) {
			continue
		}
		l := e.child(r, f.sym, f.typ)
		if inner := c.nested(l); len(inner) > 0 {
			for _, s := range inner {
				if e.readsText(s) {
					c.fillWhole(s, f, n)
				} else {
					c.fillStruct(s, c.below(n, f))
				}
			}
			continue
		}
		c.fillField(l, f, n)
	}
}

// readers are the methods by which a type takes a value from a text by itself.
var readers = []string{"UnmarshalText", "Decode", "Set", "UnmarshalJSON", "UnmarshalYAML"}

// readsText reports whether the struct at l takes its value from one text.
func (e *eval) readsText(l loc) bool {
	t := &e.p.types[e.locs[l].typ]
	if t.symbol == "" {
		return false
	}
	if t.readsText == 0 { // asked for every setting that is read
		reads := slices.ContainsFunc(readers, func(m string) bool { return e.p.fn(t.symbol+"."+m) != nil })
		t.readsText = 1 + b2b(reads)
	}
	return t.readsText == 2
}

// isValidity reports whether l is the part of a struct which says that the other
// part holds something: a truth value beside something else, in a struct that
// takes its value from one text. Of two truth values the text gives both.
func (e *eval) isValidity(l loc) bool {
	p := e.locs[l].parent
	if p == 0 || e.p.types[e.locs[l].typ].kind != ir.KBool {
		return false
	}
	other := slices.ContainsFunc(e.p.types[e.locs[p].typ].fields, func(f fieldInfo) bool {
		return e.p.types[f.typ].kind != ir.KBool
	})
	for ; other && p != 0; p = e.locs[p].parent {
		if e.readsText(p) {
			return true
		}
	}
	return false
}

// fillWhole fills a struct that takes its value from one text: every part of it
// rests on what sets the field f that it stands in.
func (c *modelCall) fillWhole(r loc, f fieldInfo, n nest) {
	e := c.e
	for _, part := range e.p.types[e.locs[r].typ].fields {
		l := e.child(r, part.sym, part.typ)
		if e.isStruct(l) {
			c.fillWhole(l, f, n)
		} else {
			c.fillField(l, f, n)
		}
	}
}

func exported(name string) bool { return name != "" && name[0] >= 'A' && name[0] <= 'Z' }

// skips reports whether the tags leave a field out.
func (c *modelCall) skips(f fieldInfo) bool {
	if v, ok := c.tag(f, c.m.Get("skip")); ok && v != "false" {
		return true
	}
	for _, key := range []string{"combined", "flag", "env"} {
		if v, ok := lookupTag(f.tag, c.m.Get(key)); ok && v == "-" {
			return true
		}
	}
	return false
}

// nested are the structs that a field is, or points to. A nil pointer to a
// struct that the program declares is taken to be filled by the library.
func (c *modelCall) nested(l loc) []loc {
	e := c.e
	t := &e.p.types[e.locs[l].typ]
	if t.kind != ir.KPointer || e.p.types[t.elem].kind != ir.KStruct || c.m.Get("flag") == "" && c.m.Get("env") == "" {
		return e.structsAt(l, c.by)
	}
	box := e.object(objKey{modelled, int32(l), -4, "nested"}, t.elem, object{kind: modelled, name: "nested", zeroed: true})
	e.locs[l].cell.sure = true
	e.grow(l, e.refVal(box), 0)
	return e.structsAt(l, c.by)
}

// below is the nest of a struct in a field.
func (c *modelCall) below(n nest, f fieldInfo) nest {
	out := nest{flag: n.flag, env: n.env, depth: n.depth + 1}
	if p, ok := c.tag(f, c.m.Get("nest")); ok {
		out.flag += p + c.m.Get("flagjoin")
	}
	switch key := c.m.Get("envnest"); {
	case key == "own" && !f.embedded:
		if names := c.envs(f, n); len(names) > 0 {
			out.env = names[0] + c.m.Get("envjoin")
		}
	case key != "":
		if p, ok := c.tag(f, key); ok {
			out.env += p
		}
	}
	return out
}

// tag is what a field's tags say under a key, also in a tag that combines
// several as key='value'.
func (c *modelCall) tag(f fieldInfo, key string) (string, bool) {
	if key == "" {
		return "", false
	}
	if v, ok := lookupTag(f.tag, key); ok {
		return v, true
	}
	all, ok := lookupTag(f.tag, c.m.Get("combined"))
	if !ok {
		return "", false
	}
	for _, part := range strings.Split(all, ",") {
		if k, v, _ := strings.Cut(part, "="); k == key {
			return strings.Trim(v, "'"), true
		}
	}
	return "", false
}

// fillField gives one field its default and its switches.
func (c *modelCall) fillField(l loc, f fieldInfo, n nest) {
	e := c.e
	kind := e.p.types[e.locs[l].typ].kind
	by := use{-1, int32(l)}
	var def val
	if text, ok := c.tag(f, c.m.Get("default")); ok {
		if def = e.tagValue(l, text); def != bottom {
			e.locs[l].cell.sure = true
			e.grow(l, def, 0)
		}
	}
	declared := def != bottom
	if !declared {
		def = e.load(l, c.by)
	}
	keys := c.switchesOf(f, n)
	if len(keys) == 0 {
		if declared {
			e.declare(l, f)
		}
		return
	}
	v := e.settle(keys, by, def, e.symbolOf(l), kind)
	if slices.ContainsFunc(keys, e.given) && e.isValidity(l) {
		v = e.boolVal(true)
	}
	for _, k := range keys {
		if declared {
			e.switches[k].declared = append(e.switches[k].declared, f)
		} else {
			e.switches[k].cells = addLoc(e.switches[k].cells, l)
		}
		if e.given(k) {
			e.define(l, k, v)
		}
	}
	e.grow(l, v, 0)
	for _, name := range flagsIn(keys) {
		e.include(l, e.keyed("flag", name, true))
	}
}

func flagsIn(keys []SwitchKey) []string {
	var out []string
	for _, k := range keys {
		if k.Kind == "flag" {
			out = append(out, k.Key)
		}
	}
	return out
}

// tagValue is the value of a tag's text in a field; a pointer points to it.
func (e *eval) tagValue(l loc, text string) val {
	t := &e.p.types[e.locs[l].typ]
	if t.kind != ir.KPointer {
		return e.textValue(text, t.kind)
	}
	box := e.object(objKey{modelled, int32(l), -5, "tag"}, t.elem, object{kind: modelled, name: "tag"})
	v := e.textValue(text, e.p.types[t.elem].kind)
	if v == bottom {
		return bottom
	}
	e.locs[box].cell.sure = true
	e.grow(box, v, 0)
	return e.refVal(box)
}

// declare notes that the default of what stands at l is set by a field's tag.
func (e *eval) declare(l loc, f fieldInfo) {
	if e.tagged == nil {
		e.tagged = map[loc]fieldInfo{}
	}
	e.tagged[l] = f
}

// switchesOf are the switches of a field, the weakest first.
func (c *modelCall) switchesOf(f fieldInfo, n nest) []SwitchKey {
	var keys []SwitchKey
	for _, env := range c.envs(f, n) {
		keys = append(keys, SwitchKey{"env", env})
	}
	name, ok := c.tag(f, c.m.Get("flag"))
	if !ok && c.m.Get("flags") == "kebab" {
		name, ok = kebab(f.name), true
	}
	if ok && name != "" {
		keys = append(keys, SwitchKey{"flag", n.flag + name})
	}
	return keys
}

// envs are the variables of a field, the strongest last.
func (c *modelCall) envs(f fieldInfo, n nest) []string {
	text, ok := c.tag(f, c.m.Get("env"))
	var out []string
	for i, name := range strings.Split(text, ",") {
		name = strings.TrimSpace(name)
		if name == "" || i > 0 && name != strings.ToUpper(name) { // an option of the tag
			continue
		}
		out = append(out, n.env+name)
	}
	if c.m.Get("envs") == "upper" {
		if len(out) == 0 {
			name := f.name
			if v, split := lookupTag(f.tag, c.m.Get("split")); split && v == "true" {
				name = strings.Join(fieldWords(name), "_")
			}
			out = append(out, n.env+name)
		} else if ok && n.env != "" {
			out = append(out, text) // the tag's name alone will do, too
		}
		for i := range out {
			out[i] = strings.ToUpper(out[i])
		}
	}
	return out
}
