package eval

import (
	"go/constant"
	"go/token"
	"slices"
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

func itoa(n int) string { return strconv.Itoa(n) }

func (e *eval) not(x val) val {
	v := e.vs.get(x)
	if v.top != known {
		return e.topOf(v)
	}
	var out val
	for _, c := range v.consts {
		out = e.join(out, e.boolVal(c != e.p.symTrue), 0)
	}
	if out == bottom {
		return e.worldVal()
	}
	return out
}

func (e *eval) negate(x val) val {
	v := *e.vs.get(x)
	if v.top != known || len(v.consts) != 1 {
		return e.unknownOf(&v, &v)
	}
	k := e.p.consts[v.consts[0]]
	if n, ok := number(k); ok {
		return e.constVal(e.constID(ir.Const{Kind: k.Kind, Text: constant.UnaryOp(token.SUB, n, 0).ExactString()}))
	}
	return e.worldVal()
}

func number(k ir.Const) (constant.Value, bool) {
	switch k.Kind {
	case ir.Int:
		return constant.MakeFromLiteral(k.Text, token.INT, 0), true
	case ir.Float:
		if r := constant.MakeFromLiteral(k.Text, token.FLOAT, 0); r.Kind() != constant.Unknown {
			return r, true
		}
	}
	return nil, false
}

func (e *eval) binop(op uint8, x, y val, place int32) val {
	switch op {
	case ir.Eql:
		return e.equal(x, y, place)
	case ir.Neq:
		return e.not(e.equal(x, y, place))
	}
	a, b := *e.vs.get(x), *e.vs.get(y)
	if op == ir.Add && (e.isString(&a) || e.isString(&b)) {
		return e.concat(&a, &b, place)
	}
	if a.top != known || b.top != known || a.link || b.link || len(a.consts) == 0 || len(b.consts) == 0 {
		return e.unknownOf(&a, &b)
	}
	var out val
	for _, c := range a.consts {
		for _, d := range b.consts {
			out = e.join(out, e.fold(op, e.p.consts[c], e.p.consts[d]), place)
		}
	}
	return out
}

var relations = map[uint8]token.Token{ir.Lss: token.LSS, ir.Leq: token.LEQ, ir.Gtr: token.GTR, ir.Geq: token.GEQ}

var operators = map[uint8]token.Token{
	ir.Add: token.ADD, ir.Sub: token.SUB, ir.Mul: token.MUL, ir.And: token.AND, ir.Or: token.OR, ir.Xor: token.XOR,
}

// fold computes an operation on two constants.
func (e *eval) fold(op uint8, c, d ir.Const) val {
	if c.Kind == ir.String && d.Kind == ir.String {
		if tok, ok := relations[op]; ok && !isPattern(c.Text) && !isPattern(d.Text) {
			return e.boolVal(constant.Compare(constant.MakeString(c.Text), tok, constant.MakeString(d.Text)))
		}
		return e.worldVal()
	}
	a, ok1 := number(c)
	b, ok2 := number(d)
	if !ok1 || !ok2 {
		return e.worldVal()
	}
	if tok, ok := relations[op]; ok {
		return e.boolVal(constant.Compare(a, tok, b))
	}
	if c.Kind != d.Kind {
		return e.worldVal()
	}
	if tok, ok := operators[op]; ok {
		return e.constVal(e.constID(ir.Const{Kind: c.Kind, Text: constant.BinaryOp(a, tok, b).ExactString()}))
	}
	if op == ir.Quo && c.Kind == ir.Int && constant.Sign(b) != 0 {
		return e.constVal(e.constID(ir.Const{Kind: ir.Int, Text: constant.BinaryOp(a, token.QUO_ASSIGN, b).ExactString()}))
	}
	return e.worldVal()
}

func (e *eval) isString(v *value) bool {
	for _, c := range v.consts {
		if e.p.consts[c].Kind == ir.String {
			return true
		}
	}
	return false
}

// maxPattern bounds the length of strings that are put together.
const maxPattern = 300

// concat joins strings, keeping what is known of them around the holes.
func (e *eval) concat(a, b *value, place int32) val {
	var out val
	for _, x := range e.texts(a) {
		for _, y := range e.texts(b) {
			s := squeeze(x + y)
			if len(s) > maxPattern || strings.Count(s, hole) > 6 {
				return e.unknownOf(a, b)
			}
			out = e.join(out, e.strVal(s), place)
		}
	}
	return e.linked(out, a.link || b.link)
}

// linked marks a text that a link-time variable is part of.
func (e *eval) linked(v val, link bool) val {
	if !link {
		return v
	}
	x := *e.vs.get(v)
	x.link = true
	return e.vs.intern(x)
}

// texts returns the strings that v may be, a hole for what is not known.
func (e *eval) texts(v *value) []string {
	var out []string
	for _, c := range v.consts {
		out = append(out, e.p.consts[c].Text)
	}
	if v.top != known || v.some || len(out) == 0 {
		out = append(out, hole)
	}
	return out
}

func squeeze(s string) string {
	for strings.Contains(s, hole+hole) {
		s = strings.ReplaceAll(s, hole+hole, hole)
	}
	return s
}

// equal compares two values.
func (e *eval) equal(x, y val, place int32) val {
	a, b := e.vs.get(x), e.vs.get(y)
	if a.onlyNil() || b.onlyNil() {
		return e.equalNil(a, b)
	}
	if a.link || b.link {
		if e.asksPrerelease(x, y) {
			return e.boolVal(false)
		}
		return e.worldVal()
	}
	if v, ok := e.command(x, y); ok {
		return v
	}
	if a.top != known || b.top != known {
		if e.excluded(a, b) || e.excluded(b, a) {
			return e.boolVal(false)
		}
		return e.unknownOf(a, b)
	}
	if a, b := e.unboxed(a), e.unboxed(b); a != nil && b != nil {
		return e.equalConsts(a, b)
	}
	return e.eitherBool()
}

// asksPrerelease reports whether a link-time variable is tested for a word that
// no release has in its version.
func (e *eval) asksPrerelease(vs ...val) bool {
	link, word := false, false
	for _, v := range vs {
		k, ok := e.single(v)
		switch {
		case e.vs.get(v).link:
			link = true
		case ok && k.Kind == ir.String:
			word = word || e.w.Prerelease(k.Text)
		}
	}
	return link && word
}

// command compares a word of the command line with a constant. A command that
// is named for what it does is somebody's wish, a switch that is off unless it
// is typed; every other command is an ordinary run.
func (e *eval) command(x, y val) (val, bool) {
	if !e.isArgument(x) {
		x, y = y, x
	}
	k, ok := e.single(y)
	if !ok || !e.isArgument(x) {
		return bottom, false
	}
	if _, ok := e.w.UserCommand([]string{k.Text}); !ok {
		return e.worldVal(), true
	}
	return e.readSwitch(SwitchKey{"command", k.Text}, e.here, e.boolVal(false), "", ir.KBool), true
}

func (e *eval) isArgument(v val) bool {
	for _, l := range e.sourceOf(v) {
		if e.locs[l].obj.source == fromArguments {
			return true
		}
	}
	return false
}

// unboxed returns the value inside an interface of one dynamic type.
func (e *eval) unboxed(v *value) *value {
	if len(v.dyns) == 1 && !v.null && len(v.refs) == 0 {
		v = e.vs.get(v.dyns[0].v)
	}
	if v.top == known && !v.some && len(v.consts) > 0 && len(v.refs) == 0 && len(v.dyns) == 0 && !v.null {
		return v
	}
	return nil
}

func (e *eval) equalConsts(a, b *value) val {
	for _, v := range []*value{a, b} {
		for _, c := range v.consts {
			if k := e.p.consts[c]; k.Kind == ir.String && isPattern(k.Text) {
				return e.worldVal()
			}
		}
	}
	if len(a.consts) == 1 && len(b.consts) == 1 {
		return e.boolVal(a.consts[0] == b.consts[0])
	}
	for _, c := range a.consts {
		if slices.Contains(b.consts, c) {
			return e.eitherBool()
		}
	}
	return e.boolVal(false)
}

func (e *eval) equalNil(a, b *value) val {
	if a.onlyNil() && b.onlyNil() {
		return e.boolVal(true)
	}
	if a.onlyNil() {
		a, b = b, a
	}
	switch {
	case a.top != known:
		return e.topOf(a)
	case !a.null:
		return e.boolVal(false)
	}
	return e.eitherBool()
}

// excluded reports whether a is anything but the constants of b.
func (e *eval) excluded(a, b *value) bool {
	return a.top != known && a.except != 0 && b.top == known && len(b.consts) == 1 && b.consts[0] == a.except &&
		!b.null && !b.some && len(b.refs) == 0
}

// convert changes a value between basic types; text to bytes and back keeps
// the text.
func (e *eval) convert(x val, to typeID) val {
	v := e.vs.get(x)
	if v.null && e.p.types[to].kind == ir.KString {
		w := *v
		w.null = false
		return e.join(e.strVal(""), e.vs.intern(w), 0)
	}
	if len(v.consts) == 0 {
		return x
	}
	kind := e.p.types[to].kind
	var out val
	for _, c := range v.consts {
		k := e.p.consts[c]
		switch {
		case kind == ir.KInt && k.Kind == ir.Int, kind == ir.KFloat && k.Kind == ir.Float, kind == ir.KString && k.Kind == ir.String,
			kind == ir.KSlice && k.Kind == ir.String, kind == ir.KBool:
			out = e.join(out, e.constVal(c), 0)
		case kind == ir.KFloat && k.Kind == ir.Int:
			out = e.join(out, e.constVal(e.constID(ir.Const{Kind: ir.Float, Text: k.Text})), 0)
		default:
			out = e.join(out, e.worldVal(), 0)
		}
	}
	return e.join(out, e.topOf(v), 0)
}

// reinterpret makes numbers that are looked at as if they were others anything,
// wherever they are looked at: they share their memory.
func (e *eval) reinterpret(x val) val {
	for _, r := range e.vs.get(x).refs {
		if t := &e.p.types[e.locs[r].typ]; t.kind != ir.KArray {
			e.grow(r, e.worldVal(), 0)
		} else {
			e.grow(e.child(r, e.p.parts.elem, t.elem), e.worldVal(), 0)
			for _, k := range e.locs[r].kids {
				if e.isElement(k) {
					e.grow(k, e.worldVal(), 0)
				}
			}
		}
	}
	return e.worldVal()
}

// assert takes the dynamic types that fit out of an interface value.
func (e *eval) assert(x val, to typeID, commaOk bool) val {
	v := *e.vs.get(x)
	target := &e.p.types[to]
	if commaOk && target.kind == ir.KTuple {
		target = nil
	}
	out := e.topOf(&v)
	if v.some {
		out = e.join(out, e.worldVal(), 0)
	}
	miss := v.null || v.top != known || v.some
	for _, d := range v.dyns {
		switch {
		case target != nil && target.kind == ir.KInterface:
			if e.implements(d.typ, target) {
				out = e.join(out, e.vs.intern(value{dyns: []dyn{d}}), 0)
			} else {
				miss = true
			}
		case d.typ == to:
			out = e.join(out, d.v, 0)
		case target != nil && target.kind == ir.KOther: // a type parameter, which may stand for an interface
			out = e.join(out, e.vs.intern(value{dyns: []dyn{d}}), 0)
			miss = true
		default:
			miss = true
		}
	}
	if !commaOk {
		return out
	}
	return e.asserted(out, to, miss)
}

// asserted is the pair of a type assertion with ok.
func (e *eval) asserted(out val, to typeID, miss bool) val {
	var ok val
	if out != bottom {
		ok = e.boolVal(true)
	}
	if miss {
		ok = e.join(ok, e.boolVal(false), 0)
		out = e.join(out, e.zero(to), 0)
	}
	return e.tupleVal(out, ok)
}

func (e *eval) implements(t typeID, iface *typeInfo) bool {
	m := e.p.types[t].methods
	if m == nil {
		return len(iface.names) == 0 || e.p.types[t].kind == ir.KOther
	}
	for _, n := range iface.names {
		if _, ok := m[n]; !ok {
			return false
		}
	}
	return true
}
