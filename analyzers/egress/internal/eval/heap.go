package eval

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// loc is the number of a location: an object, or a part of one. A struct value
// is the location where it stands; copying it is an edge between locations,
// followed for a field when the field is read. 0 is no location.
type loc int32

// A location is an object (parent 0) or a part of its parent: a field, an
// element, the content of a channel.
type location struct {
	parent loc
	part   sym // of the parent: a field symbol, or one of the parts below
	typ    typeID
	origin loc     // the cell that a definition or decoder writes and that comes here by copies
	obj    *object // of a root; the others share one that has no kind
	cell   cell
	kids   []loc       // the parts that were looked at, in that order
	byPart map[sym]loc // the same, where there are many
	edges  *edges      // to be read; see edgesOf
}

// edges are the copies that were made of a location, and into it. Most locations
// have none, and share an empty one.
type edges struct {
	sources  []copyEdge
	copies   []copyEdge // locations that this one was copied to
	copiedTo []loc      // cells that this one was copied to with a struct around it
	lost     []lostEdge // structs stored here that are not known
}

// edgesOf are the edges of a location, to be added to.
func (e *eval) edgesOf(l loc) *edges {
	if e.locs[l].edges == e.locs[0].edges {
		e.locs[l].edges = &edges{}
	}
	return e.locs[l].edges
}

// manyKids is the number of parts from which on they are looked up by a map.
const manyKids = 8

// partAt returns a part of l if somebody looked at it before.
func (e *eval) partAt(l loc, part sym) (loc, bool) {
	x := &e.locs[l]
	if x.byPart != nil {
		c, ok := x.byPart[part]
		return c, ok
	}
	for _, c := range x.kids {
		if e.locs[c].part == part {
			return c, true
		}
	}
	return 0, false
}

// addPart notes a new part.
func (e *eval) addPart(l loc, part sym, c loc) {
	x := &e.locs[l]
	x.kids = append(x.kids, c)
	switch {
	case x.byPart != nil:
		x.byPart[part] = c
	case len(x.kids) > manyKids:
		x.byPart = map[sym]loc{}
		for _, k := range x.kids {
			x.byPart[e.locs[k].part] = k
		}
	}
}

// Parts that are no fields.
const (
	elemPart   = "[]"     // of arrays, slices: every element
	somePart   = "[some]" // of arrays: what was stored to an element that is not known
	eachPart   = "each()" // of long arrays: what the elements hold
	restPart   = "[*]"    // of maps: what has no constant key
	chanPart   = "[chan]" // what was sent
	closedPart = "closed()"
	lenPart    = "len()"
	keysPart   = "keys()" // of a map: which there are
	urlPart    = "url()"  // of a request that a model made
)

// An object says where a root location comes from.
type object struct {
	kind  objKind
	fn    *function // closure, function
	site  int32     // instruction
	frame int32
	sure  []string // paths that are stored before anybody looks (ir.Alloc)
	name  string

	zeroed bool   // made by a model, and zero until something is stored
	source string // what it is read from: input, network, file
}

type objKind uint8

const (
	allocated objKind = iota + 1
	variable          // a package-level variable
	code              // a function or closure
	zeroes            // the zero value of a type
	outside           // given by a caller that is not seen
	modelled          // made by a model
)

// A cell is what a location holds if it is no struct.
type cell struct {
	v         val
	late      val   // what was stored after the initialisation, definitions aside
	stored    bool  // a store was evaluated
	sure      bool  // some store comes before every look: the zero value does not count
	read      bool  // somebody looked
	rested    bool  // the zero value was added
	pointedTo bool  // a cell holds its address
	readers   []use // instructions to evaluate again when v grows
	stores    []use // for slices: where v came from
	outs      []loc // cells that include this one
}

// A use is an instruction in a frame.
type use struct {
	frame int32
	instr int32
}

// A copyEdge copies a struct, except for some paths.
type copyEdge struct {
	at      loc
	except  []string
	by      use
	initial bool // nothing was there before
}

func (e *eval) newLoc(l location) loc {
	if l.obj == nil {
		l.obj = e.locs[0].obj
	}
	l.edges = e.locs[0].edges
	e.locs = append(e.locs, l)
	return loc(len(e.locs) - 1)
}

// object returns the root location with that key, making it if need be.
func (e *eval) object(key objKey, typ typeID, obj object) loc {
	if l, ok := e.objects[key]; ok {
		return l
	}
	made := obj // on the heap, and only now
	l := e.newLoc(location{typ: typ, obj: &made})
	e.objects[key] = l
	for _, p := range obj.sure {
		if p == "" {
			e.locs[l].cell.sure = true
		}
	}
	return l
}

// objKey identifies an object: by kind and allocation site and frame, or by
// kind and number of the variable, function or type.
type objKey struct {
	kind  objKind
	a, b  int32
	extra string
}

func (e *eval) variable(s sym) loc {
	g := e.p.globals[s]
	var t typeID
	if g != nil {
		t = g.typ
	}
	l := e.object(objKey{kind: variable, a: int32(s)}, t, object{kind: variable, name: e.p.strs[s]})
	if g != nil && g.text != "" && e.locs[l].cell.v == bottom {
		e.locs[l].cell.sure = true
		e.grow(l, e.strVal(g.text), 0)
	}
	return l
}

func (e *eval) zeroObject(t typeID) loc {
	return e.object(objKey{kind: zeroes, a: int32(t)}, t, object{kind: zeroes})
}

func (e *eval) codeObject(fn *function) loc {
	return e.object(objKey{kind: code, a: int32(fn.id), b: -1}, 0, object{kind: code, fn: fn})
}

// root returns the object that l is part of.
func (e *eval) root(l loc) loc {
	for e.locs[l].parent != 0 {
		l = e.locs[l].parent
	}
	return l
}

// child returns a part of l. typ is the part's type, 0 if not known.
func (e *eval) child(l loc, part sym, typ typeID) loc {
	if c, ok := e.partAt(l, part); ok {
		if e.locs[c].typ == 0 {
			e.locs[c].typ = typ
		}
		return c
	}
	if typ == 0 {
		typ = e.p.fieldT[part]
	}
	if e.p.types[typ].kind == ir.KOther { // a type parameter: what it stands for in l's type
		typ = e.instantiated(l, part, typ)
	}
	c := e.newLoc(location{parent: l, part: part, typ: typ})
	e.addPart(l, part, c)
	e.locs[c].cell.sure = e.surelyStored(c)
	if strings.HasPrefix(e.p.strs[part], "[#") {
		for _, r := range e.locs[l].cell.readers { // those who look at every element
			e.push(r)
		}
	}
	for _, edge := range e.locs[l].edges.lost {
		e.losePart(edge, l, c)
	}
	for _, src := range e.locs[l].edges.sources {
		e.copyPart(src, l, c)
	}
	for _, dst := range e.locs[l].edges.copies {
		if d, ok := e.partAt(dst.at, part); ok {
			e.copyPart(copyEdge{l, dst.except, dst.by, dst.initial}, dst.at, d)
		}
	}
	if _, ok := e.decodedFrom(c); ok {
		e.originates(c)
	}
	return c
}

// instantiated is the type of a field in the type of the struct at l.
func (e *eval) instantiated(l loc, part sym, typ typeID) typeID {
	for _, f := range e.p.types[e.locs[l].typ].fields {
		if f.sym == part {
			return f.typ
		}
	}
	return typ
}

// isStruct reports whether l stands for a struct or array, whose value is l.
func (e *eval) isStruct(l loc) bool {
	k := e.p.types[e.locs[l].typ].kind
	return k == ir.KStruct || k == ir.KArray
}

// path returns the fields from l's object down to l, as package lower writes
// them.
func (e *eval) path(l loc) string {
	var parts []string
	for ; e.locs[l].parent != 0; l = e.locs[l].parent {
		parts = append(parts, e.p.strs[e.locs[l].part])
	}
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, "|")
}

// surelyStored reports whether package lower found that l is stored before
// anybody can look at it.
func (e *eval) surelyStored(l loc) bool {
	root := &e.locs[e.root(l)]
	path := ""
	for i, p := range root.obj.sure {
		if i == 0 {
			path = e.path(l)
		}
		if p == "" || p == path || p == elemPart && strings.HasPrefix(path, "[") || strings.HasPrefix(path, p+"|") {
			return true
		}
	}
	for ; l != 0; l = e.locs[l].parent {
		if part := e.locs[l].part; part == e.p.parts.some || part == e.p.parts.each {
			return true // zero is what the elements are
		}
	}
	return false
}

// load returns what the cell at l holds, and has the reader evaluated again
// when that changes.
func (e *eval) load(l loc, by use) val {
	if e.isStruct(l) {
		e.noteReader(l, by)
		return e.refVal(l)
	}
	e.noteReader(l, by)
	if root := e.root(l); e.locs[root].obj.source != "" {
		return e.refVal(root) // what is read from it is of the same source
	}
	e.markRead(l)
	if x := &e.locs[l]; x.obj.kind == variable {
		if g := e.p.globals[e.p.strOf[x.obj.name]]; g != nil && g.linkable && x.cell.v != bottom {
			return e.linked(x.cell.v, true)
		}
	}
	return e.locs[l].cell.v
}

func (e *eval) noteReader(l loc, by use) {
	if e.noted {
		return
	}
	c := &e.locs[l].cell
	if len(c.readers) <= fewReaders {
		if !slices.Contains(c.readers, by) {
			c.readers = append(c.readers, by)
		}
		return
	}
	key := e.readKey(l, by)
	recent := &e.recent[slotOf(uint64(key))]
	if *recent == key {
		return
	}
	*recent = key
	if _, ok := e.reads[key]; ok || slices.Contains(c.readers[:fewReaders+1], by) {
		return
	}
	e.reads[key] = struct{}{}
	c.readers = append(c.readers, by)
}

// fewReaders is how many readers of a cell are looked through one by one.
const fewReaders = 12

// A readKey numbers a location and an instruction of a frame; what reads from
// outside any frame counts as the cell with its number.
type readKey uint64

func (e *eval) readKey(l loc, by use) readKey {
	n := ^uint32(by.instr)
	if by.frame >= 0 {
		n = e.frames[by.frame].first + uint32(by.instr)
	}
	return readKey(l)<<32 | readKey(n)
}

func (e *eval) markRead(l loc) {
	c := &e.locs[l].cell
	if c.read {
		return
	}
	c.read = true
	e.looked = append(e.looked, l)
}

// grow joins v into the cell at l and tells those who look at it.
func (e *eval) grow(l loc, v val, place int32) {
	c := &e.locs[l].cell
	nv := e.join(c.v, v, place)
	if nv == c.v {
		return
	}
	c.v = nv
	for _, r := range c.readers {
		e.push(r)
	}
	for _, o := range c.outs {
		e.grow(o, nv, place)
	}
}

// store writes v to l. except are paths that are overwritten before anybody
// looks; a struct is copied without them.
func (e *eval) store(l loc, v val, by use, place int32, except []string) {
	e.storeAs(l, v, by, place, except, false)
}

// storeAs does the same with what may be an initial value.
func (e *eval) storeAs(l loc, v val, by use, place int32, except []string, initial bool) {
	e.locs[l].cell.stored = true
	e.noteStore(l, by)
	e.pointsTo(v)
	if e.isStruct(l) {
		x := e.vs.get(v)
		for _, src := range x.refs {
			e.copyStruct(l, copyEdge{at: src, except: except, by: by, initial: initial})
		}
		if x.top != known {
			e.lostStruct(l, lostEdge{e.vs.intern(value{top: x.top, place: x.place}), except})
		}
		return
	}
	if initial {
		if in := e.initialOf(l); in != nil {
			in.v = e.join(in.v, v, place)
			return
		}
	}
	e.grow(l, v, place)
}

// noteStore notes where l is stored to, each place once as far as they are
// looked through.
func (e *eval) noteStore(l loc, by use) {
	c := &e.locs[l].cell
	if len(c.stores) > maxLooks && c.stores[len(c.stores)-1] == by || len(c.stores) <= maxLooks && slices.Contains(c.stores, by) {
		return
	}
	c.stores = append(c.stores, by)
}
