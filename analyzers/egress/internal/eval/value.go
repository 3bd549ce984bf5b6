package eval

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// val is the number of an interned value; bottom is 0.
type val int32

const bottom val = 0

// maxConsts bounds the set of constants that one value holds (design: 8).
const maxConsts = 8

// maxRefs bounds the objects that one value can point to.
const maxRefs = 48

// topKind says why a value is not known. What holds for several reasons holds
// for the last of them: where the world may give any text, nothing is lost by
// having met more texts than are kept.
type topKind uint8

const (
	known   topKind = iota
	tooMany         // more constants than are kept; value.place says where
	ofWorld         // time, errors, the network, a terminal, arguments
	givenUp         // the evaluation lost it; value.place says where
)

// A value abstracts what a register or cell can hold. The parts add up: a
// value may be one of some constants, or nil, or one of some objects.
type value struct {
	top    topKind
	place  int32 // where it was given up: a place number
	except cid   // with top: anything but this constant; 0 if none
	consts []cid // sorted
	null   bool  // may be nil
	link   bool  // a link-time variable: its constants say where, and decide nothing
	some   bool  // may be something that is not nil and not known
	refs   []loc // may point to these: objects, structs, functions; sorted
	dyns   []dyn // interface: dynamic types with their values; sorted by type
	tuple  []val // results of a call
}

type dyn struct {
	typ typeID
	v   val
}

// values interns values and memoizes joins.
type values struct {
	all    []value
	byKey  map[string]val
	joins  map[uint64]val // by the numbers of the two
	recent [recentSize]struct {
		key uint64
		v   val
	} // of joins, by a hash of the key: most are asked for again soon
	buf    []byte
	consts []val // of one constant each; 0 if not made yet
	refs   []val // of one reference each
	world  val
}

func newValues() *values {
	vs := &values{byKey: map[string]val{}, joins: map[uint64]val{}}
	vs.intern(value{})
	vs.world = vs.intern(value{top: ofWorld})
	return vs
}

func (vs *values) get(v val) *value { return &vs.all[v] }

func (vs *values) intern(v value) val {
	b := vs.buf[:0]
	b = append(b, byte(v.top), b2b(v.null)|b2b(v.some)<<1|b2b(v.link)<<2)
	b = binary.AppendVarint(b, int64(v.place))
	b = binary.AppendVarint(b, int64(v.except))
	b = binary.AppendUvarint(b, uint64(len(v.consts)))
	for _, c := range v.consts {
		b = binary.AppendUvarint(b, uint64(c))
	}
	b = binary.AppendUvarint(b, uint64(len(v.refs)))
	for _, r := range v.refs {
		b = binary.AppendUvarint(b, uint64(r))
	}
	b = binary.AppendUvarint(b, uint64(len(v.dyns)))
	for _, d := range v.dyns {
		b = binary.AppendUvarint(b, uint64(d.typ))
		b = binary.AppendUvarint(b, uint64(d.v))
	}
	for _, t := range v.tuple {
		b = binary.AppendUvarint(b, uint64(t))
	}
	vs.buf = b
	if id, ok := vs.byKey[string(b)]; ok {
		return id
	}
	id := val(len(vs.all))
	vs.all = append(vs.all, v)
	vs.byKey[string(b)] = id
	return id
}

func b2b(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// join returns the least value that holds both. place is where precision is
// lost if a bound is passed.
func (e *eval) join(a, b val, place int32) val {
	if a == b || b == bottom {
		return a
	}
	if a == bottom {
		return b
	}
	if a > b {
		a, b = b, a
	}
	key := uint64(a)<<32 | uint64(b)
	recent := &e.vs.recent[slotOf(key)]
	if recent.key == key {
		return recent.v
	}
	v, ok := e.vs.joins[key]
	if !ok {
		v = e.vs.intern(e.joined(*e.vs.get(a), *e.vs.get(b), place))
		e.vs.joins[key] = v
	}
	recent.key, recent.v = key, v
	return v
}

// What was looked up lately is kept in small tables in front of the large ones,
// which are slow to look into because they do not fit a processor's cache.
const (
	recentBits = 15
	recentSize = 1 << recentBits
)

// slotOf is the place of a key in such a table (Fibonacci hashing, Knuth 1973).
func slotOf(key uint64) uint64 { return key * 0x9e3779b97f4a7c15 >> (64 - recentBits) }

func (e *eval) joined(x, y value, place int32) value {
	out := value{
		top: max(x.top, y.top), place: x.place,
		null: x.null || y.null, some: x.some || y.some, link: x.link || y.link,
		consts: union(x.consts, y.consts), refs: union(x.refs, y.refs), dyns: e.joinDyns(x.dyns, y.dyns, place),
	}
	if y.top > x.top || y.top == x.top && y.place < x.place {
		out.place = y.place
	}
	if out.top != known {
		out.except = joinExcept(x, y)
		out.consts = nil
	}
	if len(out.consts) > maxConsts {
		out.consts = nil
		e.widen(&out, x.consts, place)
	}
	if len(out.refs) > maxRefs {
		out.refs = out.refs[:maxRefs]
		out.top, out.place = givenUp, place
	}
	if len(x.tuple) > 0 || len(y.tuple) > 0 {
		out.tuple = e.joinTuples(x.tuple, y.tuple, place)
	}
	return out
}

// widen forgets a set of constants that grew too large. A number is most
// often a loop's counter, which is nobody's decision: it becomes the world's.
func (e *eval) widen(out *value, consts []cid, place int32) {
	out.top, out.place = tooMany, place
	if len(consts) > 0 {
		if k := e.p.consts[consts[0]].Kind; k == ir.Int || k == ir.Float {
			out.top, out.place = ofWorld, 0
		}
	}
}

func joinExcept(x, y value) cid {
	if x.top != known && y.top != known {
		if x.except == y.except {
			return x.except
		}
		return 0
	}
	t, k := x, y
	if t.top == known {
		t, k = y, x
	}
	if slices.Contains(k.consts, t.except) {
		return 0
	}
	return t.except
}

func (e *eval) joinTuples(a, b []val, place int32) []val {
	out := make([]val, max(len(a), len(b)))
	for i := range out {
		if i < len(a) {
			out[i] = a[i]
		}
		if i < len(b) {
			out[i] = e.join(out[i], b[i], place)
		}
	}
	return out
}

func (e *eval) joinDyns(a, b []dyn, place int32) []dyn {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	var out []dyn
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case j == len(b) || i < len(a) && a[i].typ < b[j].typ:
			out = append(out, a[i])
			i++
		case i == len(a) || b[j].typ < a[i].typ:
			out = append(out, b[j])
			j++
		default:
			out = append(out, dyn{a[i].typ, e.join(a[i].v, b[j].v, place)})
			i++
			j++
		}
	}
	return out
}

func union[T ~int32](a, b []T) []T {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	out := make([]T, 0, len(a)+len(b))
	out = append(append(out, a...), b...)
	slices.Sort(out)
	return slices.Compact(out)
}

// Constructors.

func (e *eval) constVal(c cid) val {
	e.vs.consts = upTo(e.vs.consts, int(c))
	v := &e.vs.consts[c]
	if *v == bottom {
		*v = e.vs.intern(value{consts: []cid{c}})
	}
	return *v
}

// upTo makes a list long enough to have an n-th element.
func upTo(list []val, n int) []val {
	if n < len(list) {
		return list
	}
	return append(list, make([]val, n+1-len(list)+n/2)...)
}

func (e *eval) boolVal(b bool) val {
	if b {
		return e.constVal(e.p.symTrue)
	}
	return e.constVal(e.p.symFalse)
}

func (e *eval) eitherBool() val {
	cs := []cid{e.p.symTrue, e.p.symFalse}
	slices.Sort(cs)
	return e.vs.intern(value{consts: cs})
}

func (e *eval) strVal(s string) val { return e.constVal(e.constID(ir.Const{Kind: ir.String, Text: s})) }

func (e *eval) worldVal() val { return e.vs.world }

func (e *eval) nilVal() val { return e.vs.intern(value{null: true}) }

func (e *eval) someVal() val { return e.vs.intern(value{some: true}) }

func (e *eval) givenUpVal(place int32) val { return e.vs.intern(value{top: givenUp, place: place}) }

// unknownOf is what comes of values of which some are not known.
func (e *eval) unknownOf(vs ...*value) val {
	out := value{}
	for _, v := range vs {
		if v.top > out.top {
			out.top, out.place = v.top, v.place
		}
	}
	if out.top == known {
		return e.worldVal()
	}
	return e.vs.intern(out)
}

func (e *eval) refVal(l loc) val {
	e.vs.refs = upTo(e.vs.refs, int(l))
	v := &e.vs.refs[l]
	if *v == bottom {
		*v = e.vs.intern(value{refs: []loc{l}})
	}
	return *v
}

func (e *eval) tupleVal(vs ...val) val { return e.vs.intern(value{tuple: vs}) }

// constID interns a constant that the evaluation computed. Evaluations run one
// after the other, so the program's table may grow.
func (e *eval) constID(c ir.Const) cid { return e.p.constant(c) }

// onlyNil and neverNil judge nil-ness.
func (v *value) onlyNil() bool {
	return v.null && v.top == known && !v.some && len(v.refs) == 0 && len(v.dyns) == 0 && len(v.consts) == 0
}

func (v *value) neverNil() bool { return !v.null && v.top == known }

// strings returns the constants as strings; ok is false if there may be others.
func (e *eval) strings(v val) (out []string, ok bool) {
	x := e.vs.get(v)
	for _, c := range x.consts {
		k := e.p.consts[c]
		if k.Kind == ir.String {
			out = append(out, k.Text)
		}
	}
	sort.Strings(out)
	return out, x.top == known && !x.some && len(out) > 0
}

// hole stands for an unknown piece within a string constant. Strings that
// hold one are patterns: they say where something goes, and never decide.
const hole = "\x00"

func isPattern(s string) bool { return strings.Contains(s, hole) }

// zero returns the zero value of a type.
func (e *eval) zero(t typeID) val {
	info := &e.p.types[t]
	switch info.kind {
	case ir.KBool:
		return e.boolVal(false)
	case ir.KInt:
		return e.constVal(e.constID(ir.Const{Kind: ir.Int, Text: "0"}))
	case ir.KFloat:
		return e.constVal(e.constID(ir.Const{Kind: ir.Float, Text: "0"}))
	case ir.KString:
		return e.strVal("")
	case ir.KStruct, ir.KArray:
		return e.refVal(e.zeroObject(t))
	case ir.KTuple, ir.KOther:
		return e.worldVal()
	}
	return e.nilVal()
}
