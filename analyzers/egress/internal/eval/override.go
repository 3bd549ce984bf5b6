package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// define makes a cell the destination of a definition: whoever reads it reads
// the switch.
func (e *eval) define(l loc, k SwitchKey, def val) {
	if e.bound == nil {
		e.bound = map[loc]*definition{}
	}
	d := e.bound[l]
	if d == nil {
		d = &definition{key: k}
		e.bound[l] = d
	}
	if v := e.join(d.def, def, 0); v != d.def {
		d.def = v
		e.originates(l)
	}
}

// A definition is a flag or prompt whose value is written to a variable.
type definition struct {
	key SwitchKey
	def val
}

// loadCell reads a cell. Where a definition or a decoder writes the cell, or
// the struct that it was copied from, it is a switch: a value that the state
// gives takes the place of everything that the program stored before.
func (e *eval) loadCell(l loc, by use) val {
	v := e.load(l, by)
	if key, ok := e.callersVariable(l); ok && v != bottom {
		return e.readSwitch(key, by, v, e.symbolOf(l), e.p.types[e.locs[l].typ].kind)
	}
	if e.isStruct(l) || len(e.bound) == 0 && len(e.decoded) == 0 {
		return v
	}
	kind := e.p.types[e.locs[l].typ].kind
	switch kind {
	case ir.KBool, ir.KInt, ir.KFloat, ir.KString, ir.KPointer, ir.KSlice, ir.KMap:
	default:
		return v
	}
	o := e.originOf(l)
	list := kind == ir.KSlice || kind == ir.KMap
	if o.at == 0 {
		if _, ok := e.decoded[e.locs[l].origin]; ok && list && e.state.Open { // decoded whole: something is in it
			return e.join(v, e.refVal(e.source(fromFile, "")), 0)
		}
		return v
	}
	if isAnswer(o.source) && !list {
		if o.at != l && !e.settled[by] { // what else is copied there may be settings
			e.waitRest(by)
			return v
		}
		return e.worldVal()
	}
	if list && o.source != fromFile {
		return v
	}
	key, bound := o.key, o.source == ""
	if !bound {
		if key = e.configKey(o.at, o.source); key.Key == "" {
			return v
		}
	}
	if kind == ir.KPointer {
		if !bound {
			e.decodeBehind(v, key, o.source)
		}
		return e.readPointer(key, l, by, v)
	}
	if bound {
		return e.boundValue(o.at, key, kind)
	}
	if v == bottom && !e.given(key) && !e.open(key) {
		return v
	}
	validity := e.isValidity(o.at)
	if validity {
		kind = ir.KOther // the other part says of what kind the switch is
	}
	got := e.readSwitch(key, by, v, e.symbolOf(l), kind)
	e.switches[key].cells = addLoc(e.switches[key].cells, o.at)
	if validity && e.given(key) {
		got = e.boolVal(true)
	}
	if e.given(key) && !list {
		got = e.join(got, e.storedAfter(l), 0)
	}
	if list && got != v && !e.vs.get(got).onlyNil() { // what is in it comes from the file
		return e.join(got, e.refVal(e.source(fromFile, "")), 0)
	}
	return got
}

// storedAfter is what the program stores to a decoded cell when the decoder is
// done: it comes to that only past the decoder, on every way that was taken.
func (e *eval) storedAfter(l loc) (v val) {
	for _, u := range e.locs[l].cell.stores {
		if u.frame < 0 {
			continue
		}
		f, in := e.at(u)
		if in.Op == ir.OpStore && in.Sub == 0 && e.asked(fallback{storedAfter, l, u}) {
			v = e.join(v, e.arg(f, in.Args[1]), 0)
		}
	}
	return v
}

// decoders are the calls that decode what a cell lies in.
func (e *eval) decoders(l loc) []use {
	for ; l != 0; l = e.locs[l].parent {
		if by := e.decodes[l]; len(by) > 0 {
			return by
		}
	}
	return nil
}

// boundValue is what a flag's destination holds: the default, which takes the
// place of what the initialisation put there, and what the program stores.
func (e *eval) boundValue(l loc, key SwitchKey, kind ir.Kind) val {
	if text, ok := e.text(key); ok {
		return e.typed(text, kind)
	}
	return e.join(e.bound[l].def, e.locs[l].cell.late, 0)
}

// callersVariable reports whether l is an exported variable of a package that
// is judged as a library: whoever imports it may set it.
func (e *eval) callersVariable(l loc) (SwitchKey, bool) {
	x := &e.locs[l]
	if x.parent != 0 || x.obj.kind != variable || len(e.library) == 0 {
		return SwitchKey{}, false
	}
	g := e.p.globals[e.p.strOf[x.obj.name]]
	if g == nil || !g.exported || !e.library[g.unit.Path] {
		return SwitchKey{}, false
	}
	switch e.p.types[x.typ].kind {
	case ir.KBool, ir.KInt:
		return SwitchKey{"caller", g.unit.Name + "." + x.obj.name[strings.LastIndexByte(x.obj.name, ':')+1:]}, true
	}
	return SwitchKey{}, false
}

func addLoc(list []loc, l loc) []loc {
	for _, x := range list {
		if x == l {
			return list
		}
	}
	return append(list, l)
}

// readPointer reads an optional value: *bool, *int, *string.
func (e *eval) readPointer(key SwitchKey, l loc, by use, v val) val {
	elem := e.p.types[e.locs[l].typ].elem
	kind := e.p.types[elem].kind
	switch kind {
	case ir.KBool, ir.KInt, ir.KString:
	case ir.KStruct:
		return e.readGroup(key, l, by, v)
	default:
		return v
	}
	if v == bottom && !e.given(key) {
		return v
	}
	def := e.readSwitch(key, by, v, e.symbolOf(l), kind)
	e.switches[key].cells = addLoc(e.switches[key].cells, l)
	if !e.given(key) {
		return def
	}
	box := e.object(objKey{modelled, int32(l), -2, "opt"}, elem, object{kind: modelled, name: "opt"})
	e.locs[box].cell.sure = true
	e.grow(box, e.typed(e.state.Set[key], kind), 0)
	return e.refVal(box)
}

// readGroup reads an optional group of settings. It is there where the state
// gives it, or a setting in it.
func (e *eval) readGroup(key SwitchKey, l loc, by use, v val) val {
	gives, certain := e.givesIn(key)
	if key.Kind != "config" || v == bottom && !gives {
		return v
	}
	e.readSwitch(key, by, v, e.symbolOf(l), ir.KPointer)
	e.switches[key].cells = addLoc(e.switches[key].cells, l)
	if !gives {
		return v
	}
	there := e.vs.intern(value{refs: e.vs.get(v).refs})
	if there == bottom { // the decoder makes it
		there = e.group(l, key)
	}
	if certain {
		return there
	}
	return e.join(v, there, 0)
}

// isGroup reports whether a cell points to a struct.
func (e *eval) isGroup(l loc) bool {
	t := &e.p.types[e.locs[l].typ]
	return t.kind == ir.KPointer && e.p.types[t.elem].kind == ir.KStruct
}

// group is the group of settings that a decoder makes for a pointer.
func (e *eval) group(l loc, key SwitchKey) val {
	typ := e.p.types[e.locs[l].typ].elem
	made := e.refVal(e.object(objKey{modelled, int32(l), -2, "group"}, typ, object{kind: modelled, name: "group", zeroed: true}))
	e.decodeBehind(made, key, fromFile)
	return made
}

// givesIn reports whether the state gives a group of settings, or one in it, or
// leaves it open; certain tells which.
func (e *eval) givesIn(group SwitchKey) (gives, certain bool) {
	if text, ok := e.text(group); ok {
		return text != "nil", true
	}
	in := group.Key + "."
	for k := range e.state.Set {
		if k.Kind == group.Kind && strings.HasPrefix(k.Key, in) {
			return true, true
		}
	}
	for k := range e.state.OpenOnly {
		gives = gives || k.Kind == group.Kind && strings.HasPrefix(k.Key, in)
	}
	return gives || e.open(group), false
}

// A provenance is the cell that a definition or decoder writes.
type provenance struct {
	at     loc
	key    SwitchKey // of a definition
	source string    // of a decoder
}

// originOf finds whether l, or the cell that it was copied from with its
// struct, is written by a definition or decoder.
func (e *eval) originOf(l loc) provenance {
	o := e.locs[l].origin
	if d, ok := e.bound[o]; ok {
		return provenance{at: o, key: d.key}
	}
	if s, ok := e.decodedFrom(o); ok {
		return provenance{at: o, source: s}
	}
	return provenance{}
}

// decodedFrom returns from what a decoder fills l, if one does.
func (e *eval) decodedFrom(l loc) (source string, ok bool) {
	if len(e.decoded) == 0 {
		return "", false
	}
	for p := e.locs[l].parent; p != 0; p = e.locs[p].parent {
		if s, ok := e.decoded[p]; ok {
			return s, true
		}
	}
	return "", false
}

// originates makes l, and every part of it, the origin of its copies, and has
// those evaluated again who read it or a copy.
func (e *eval) originates(l loc) {
	e.locs[l].origin = 0
	e.comesFrom(l, l)
	for _, r := range e.locs[l].cell.readers {
		e.push(r)
	}
	for _, c := range e.locs[l].edges.copiedTo {
		e.rereadCopies(c, l)
	}
	for n := 0; n < len(e.locs[l].kids); n++ {
		e.originates(e.locs[l].kids[n])
	}
}

// rereadCopies has the readers of the copies of an origin evaluated again.
func (e *eval) rereadCopies(l, origin loc) {
	todo := []loc{l}
	seen := map[loc]bool{l: true}
	for len(todo) > 0 {
		l := todo[0]
		todo = todo[1:]
		if e.locs[l].origin != origin {
			continue
		}
		for _, r := range e.locs[l].cell.readers {
			e.push(r)
		}
		for _, c := range e.locs[l].edges.copiedTo {
			if !seen[c] {
				seen[c] = true
				todo = append(todo, c)
			}
		}
	}
}

// comesFrom notes where a cell, and what it is copied to, comes from. The first
// origin counts, but one that the network fills only where there is no other.
func (e *eval) comesFrom(l, origin loc) {
	todo := []loc{l}
	for len(todo) > 0 {
		l := todo[0]
		todo = todo[1:]
		if was := e.locs[l].origin; was == origin || was != 0 && !(e.isAnswered(was) && !e.isAnswered(origin)) {
			continue
		}
		e.locs[l].origin = origin
		for _, r := range e.locs[l].cell.readers {
			e.push(r)
		}
		todo = append(todo, e.locs[l].edges.copiedTo...)
	}
}

// isAnswered reports whether a cell is filled by what somebody answers.
func (e *eval) isAnswered(l loc) bool {
	source, _ := e.decodedFrom(l)
	return isAnswer(source)
}

// isAnswer reports whether a source is the network or a child process, which
// are nobody's settings.
func isAnswer(source string) bool { return source == fromNetwork || source == fromProcess }

// maxCopies bounds the copies that are looked through for one cell.
const maxCopies = 24

// copiedFrom returns the cells that l was copied from with a struct around it.
func (e *eval) copiedFrom(l loc) []loc {
	var out []loc
	var path []sym
	for p := l; p != 0; p = e.locs[p].parent {
		for _, src := range e.locs[p].edges.sources {
			at := src.at
			for i := len(path) - 1; i >= 0 && at != 0; i-- {
				at, _ = e.partAt(at, path[i])
			}
			if at != 0 && at != l {
				out = append(out, at)
			}
		}
		path = append(path, e.locs[p].part)
	}
	return out
}

// decodeBehind marks the structs that a decoded pointer leads to: the decoder
// fills them, too.
func (e *eval) decodeBehind(v val, key SwitchKey, source string) {
	for _, r := range e.vs.get(v).refs {
		if _, ok := e.decoded[r]; ok || !e.isStruct(r) || e.locs[r].parent != 0 {
			continue
		}
		e.decoded[r] = source
		if e.prefixes == nil {
			e.prefixes = map[loc]string{}
		}
		e.prefixes[r] = key.Key
		e.originates(r)
	}
}

// configKey is what a user types for a field: the chain of its names below the
// object that is decoded.
func (e *eval) configKey(l loc, source string) SwitchKey {
	var parts []string
	for ; e.locs[l].parent != 0; l = e.locs[l].parent {
		if _, ok := e.decoded[l]; ok {
			break
		}
		if e.readsText(l) { // its parts have no names of their own
			parts = nil
		}
		f, ok := e.p.fieldOf[e.locs[l].part]
		if !ok {
			continue
		}
		if source == "env" {
			return SwitchKey{"env", envName(f)}
		}
		name := fieldKey(f)
		if name == "-" {
			return SwitchKey{}
		}
		if !f.embedded {
			parts = append([]string{name}, parts...)
		}
	}
	if above := e.prefixes[l]; above != "" && source != "env" {
		parts = append([]string{above}, parts...)
	}
	return SwitchKey{"config", strings.Join(parts, ".")}
}
