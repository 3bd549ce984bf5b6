package eval

import (
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// element evaluates what touches arrays, slices, maps, strings and iterators.
func (e *eval) element(f *frame, in *ir.Instr, i int32, x val) val {
	by := use{f.id, i}
	switch in.Op {
	case ir.OpIndexAddr:
		index := e.arg(f, in.Args[1])
		if in.Sub != 0 {
			index = e.worldVal() // a range loop: any element, from the first turn on
		}
		return e.elements(x, index, f.fn.unit.typ[in.Type], by)
	case ir.OpIndex:
		if e.isString(e.vs.get(x)) {
			return e.worldVal()
		}
		return e.loadAll(e.elements(x, e.arg(f, in.Args[1]), f.fn.unit.typ[in.Type], by), by, f.fn.unit.typ[in.Type])
	case ir.OpLookup:
		return e.lookup(f, in, x, by)
	case ir.OpMapUpdate:
		e.mapUpdate(f, in, i, x)
		return bottom
	case ir.OpSlice:
		return e.slice(f, in, i, x)
	case ir.OpRange:
		return x
	case ir.OpNext:
		return e.next(f, in, x, by)
	case ir.OpSend:
		v := e.arg(f, in.Args[1])
		for _, r := range e.vs.get(x).refs {
			if v != bottom {
				e.store(e.child(r, e.p.parts.sent, e.p.types[e.locs[r].typ].elem), v, by, 0, nil)
			}
		}
		return bottom
	}
	return e.worldVal()
}

// slice keeps the elements: a slice of an array or slice is the same memory.
// Cutting a part of known text gives text that is not known, and cutting a part
// of a list one of a length that is not known: a loop that shortens its list
// comes to an end.
func (e *eval) slice(f *frame, in *ir.Instr, i int32, x val) val {
	v := *e.vs.get(x)
	if len(v.consts) > 0 && (in.Args[1].Kind != ir.None || in.Args[2].Kind != ir.None) {
		return e.worldVal()
	}
	for _, r := range v.refs {
		if n := e.cutLength(f, in, i, r); n != bottom {
			e.grow(e.child(r, e.p.parts.length, 0), n, 0)
		}
	}
	return x
}

// cutLength is the length of a slice of what is at r; bottom if it has the
// length of that. A piece of nothing is nothing; where a piece begins may be
// given, but not how often it is cut off.
func (e *eval) cutLength(f *frame, in *ir.Instr, i int32, r loc) val {
	if root := e.locs[e.root(r)].obj; root.kind == outside || root.source != "" {
		return bottom
	}
	if n, ok := e.span(f, in); ok {
		return n
	}
	was := bottom
	whole := in.Args[1].Kind == ir.None && in.Args[2].Kind == ir.None
	if ofArray := in.Sub != 0; ofArray {
		was = e.intVal(int(e.p.types[e.locs[r].typ].length))
	} else if !whole {
		was = e.lengthAt(r, use{f.id, i})
	}
	if whole || was == bottom || was == e.intVal(0) {
		return was
	}
	return e.worldVal()
}

// span is the length of a piece between two places that are constant.
func (e *eval) span(f *frame, in *ir.Instr) (val, bool) {
	if in.Args[2].Kind != ir.Constant || in.Args[1].Kind != ir.None && in.Args[1].Kind != ir.Constant {
		return bottom, false
	}
	high := e.arg(f, in.Args[2])
	if in.Args[1].Kind == ir.None {
		return high, true
	}
	return e.binop(ir.Sub, high, e.arg(f, in.Args[1]), 0), true
}

// mapKey names the cell of a constant key; everything else shares one.
func (e *eval) mapKey(v val) []sym {
	x := e.vs.get(v)
	if len(x.dyns) == 1 {
		x = e.vs.get(x.dyns[0].v)
	}
	if x.top != known || x.some || len(x.consts) == 0 {
		return nil
	}
	var out []sym
	for _, c := range x.consts {
		if k := e.p.consts[c]; !isPattern(k.Text) {
			out = append(out, e.p.intern("["+k.Text+"]"))
		}
	}
	return out
}

func (e *eval) mapUpdate(f *frame, in *ir.Instr, i int32, x val) {
	k, v := e.arg(f, in.Args[1]), e.arg(f, in.Args[2])
	if k == bottom || v == bottom {
		return
	}
	pairs, ok := e.pairs(f, in.Args[1], in.Args[2])
	if !ok {
		pairs = []keyed{{k, v}}
	}
	for _, r := range e.vs.get(x).refs {
		e.fillsEnvironment(r, k)
		e.grow(e.child(r, e.p.parts.length, 0), e.notZero(), 0)
		e.grow(e.child(r, e.p.parts.keys, 0), k, e.placeAt(f, i))
		for _, p := range pairs {
			e.storeUnder(r, p, len(pairs) == 1, use{f.id, i})
		}
	}
}

// storeUnder stores to a map. alone says that nothing else is stored there by
// the same instruction.
func (e *eval) storeUnder(r loc, p keyed, alone bool, by use) {
	keys := e.mapKey(p.key)
	there := alone && len(keys) == 1 // what is stored under a key is there: absence is decided by lookupIn
	if keys == nil || len(e.locs[r].kids) > maxMapKeys {
		keys, there = []sym{e.p.parts.rest}, false
	}
	for _, s := range keys {
		c := e.child(r, s, e.p.types[e.locs[r].typ].elem)
		e.locs[c].cell.sure = e.locs[c].cell.sure || there
		e.store(c, p.v, by, e.placeAt(e.frames[by.frame], by.instr), nil)
	}
}

// notZero is a number that is not 0.
func (e *eval) notZero() val {
	return e.vs.intern(value{top: ofWorld, except: e.constID(ir.Const{Kind: ir.Int, Text: "0"})})
}

// lookup reads a map. A key that is nowhere stored is absent, decided at rest;
// one that only unknown keys may have stored may be there or not.
func (e *eval) lookup(f *frame, in *ir.Instr, x val, by use) val {
	k := e.arg(f, in.Args[1])
	if k == bottom {
		return bottom
	}
	v := *e.vs.get(x)
	if len(v.consts) > 0 {
		return e.worldVal() // a byte of a string
	}
	typ := f.fn.unit.typ[in.Type]
	if in.Sub != 0 {
		typ = 0
	}
	out, present, absent := e.topOf(&v), v.top != known || v.some, v.null || v.top != known
	if v.some && len(v.refs) == 0 {
		out = e.worldVal()
	}
	for _, r := range v.refs {
		elem := e.p.types[e.locs[r].typ].elem
		if elem == 0 {
			elem = typ
		}
		got, there, missing, ok := e.variableIn(r, k, by)
		sure := ok && !missing
		switch {
		case ok:
			e.noteReader(e.child(r, e.p.parts.rest, elem), by)
			present = present || there
		case e.isArgument(k):
			got = e.typedIn(r, elem, k, by)
		default:
			got, sure = e.lookupIn(r, elem, e.mapKey(k), by)
		}
		if got != bottom {
			out, present = e.join(out, got, 0), true
		}
		if !sure {
			absent = true
		}
		if typ == 0 {
			typ = elem
		}
	}
	if absent {
		out = e.join(out, e.zero(typ), 0)
	}
	if in.Sub == 0 {
		return out
	}
	var ok val
	if present {
		ok = e.boolVal(true)
	}
	if absent {
		ok = e.join(ok, e.boolVal(false), 0)
	}
	return e.tupleVal(out, ok)
}

// lookupIn reads one map object. sure reports that the key is there, or that
// it is too early to say.
func (e *eval) lookupIn(r loc, elem typeID, keys []sym, by use) (got val, sure bool) {
	if k := e.locs[e.root(r)].obj; k.kind == outside || k.source != "" {
		return e.worldVal(), false
	}
	rest := e.child(r, e.p.parts.rest, elem)
	if len(keys) == 0 { // any of the elements
		for n := 0; n < len(e.locs[r].kids); n++ {
			if c := e.locs[r].kids[n]; e.isElement(c) && e.locs[c].cell.stored {
				got = e.join(got, e.load(c, by), 0)
			}
			e.noteReader(r, by)
		}
		e.noteReader(rest, by)
		if got == bottom {
			e.waitRest(by)
		}
		return got, got == bottom && !e.settled[by]
	}
	sure = true
	for _, s := range keys {
		c := e.child(r, s, elem)
		e.noteReader(c, by)
		stored := e.locs[c].cell.stored || len(e.locs[r].edges.sources) > 0
		if stored {
			got = e.join(got, e.load(c, by), 0)
		}
		if e.locs[rest].cell.stored {
			got = e.join(got, e.load(rest, by), 0)
		}
		e.noteReader(rest, by)
		switch {
		case stored && len(e.locs[r].edges.sources) == 0:
			sure = sure && !e.mayMiss(by, c)
		case !stored:
			e.waitRest(by)
			sure = sure && !e.settled[by]
		}
	}
	return got, sure
}

// typedIn reads a map under a word that a user types: what stands under the
// name of a command is found if that was typed.
func (e *eval) typedIn(r loc, elem typeID, k val, by use) (got val) {
	e.noteReader(e.child(r, e.p.parts.keys, 0), by)
	for n := 0; n < len(e.locs[r].kids); n++ {
		c := e.locs[r].kids[n]
		word := e.p.strs[e.locs[c].part]
		if !e.isElement(c) || !e.locs[c].cell.stored {
			continue
		}
		typed, ok := e.command(k, e.strVal(word[1:len(word)-1]))
		if word == restPart || !ok || typed != e.boolVal(false) {
			got = e.join(got, e.load(c, by), 0)
		}
	}
	return got
}

func (e *eval) isElement(c loc) bool {
	s := e.p.strs[e.locs[c].part]
	return len(s) > 0 && s[0] == '['
}

// next yields (ok, key, value) of an iteration.
func (e *eval) next(f *frame, in *ir.Instr, x val, by use) val {
	if in.Sub != 0 {
		return e.tupleVal(e.eitherBool(), e.worldVal(), e.worldVal())
	}
	v := *e.vs.get(x)
	var key, elem val
	some := v.top != known || v.some
	if some {
		key, elem = e.worldVal(), e.worldVal()
	}
	for _, r := range v.refs {
		if k := e.locs[e.root(r)].obj; k.kind == outside || k.source != "" {
			key, elem, some = e.worldVal(), e.worldVal(), true
			continue
		}
		keys := e.child(r, e.p.parts.keys, 0)
		e.noteReader(keys, by)
		if k := e.locs[keys].cell.v; k != bottom {
			some = true
			key = e.join(key, k, 0)
			got, _ := e.lookupIn(r, e.p.types[e.locs[r].typ].elem, nil, by)
			elem = e.join(elem, got, 0)
		}
	}
	ok := e.boolVal(false) // the end comes
	if some {
		ok = e.eitherBool()
	}
	return e.tupleVal(ok, key, elem)
}

// recv yields what was sent on a channel; bottom if nobody sends. A channel of
// the world (a timer's, a signal's) fires.
func (e *eval) recv(f *frame, in *ir.Instr, i int32) val {
	x := e.arg(f, in.Args[0])
	if x == bottom {
		return bottom
	}
	v := e.recvFrom(x, use{f.id, i})
	closed := e.closed(x, use{f.id, i})
	if in.Sub == 0 {
		return e.join(v, closed, 0)
	}
	var out val
	if v != bottom {
		out = e.tupleVal(v, e.boolVal(true))
	}
	if closed != bottom {
		out = e.join(out, e.tupleVal(closed, e.boolVal(false)), 0)
	}
	return out
}

// closed yields the zero that comes from a channel which somebody closes;
// bottom if nobody does.
func (e *eval) closed(x val, by use) val {
	v := *e.vs.get(x)
	var out val
	for _, r := range v.refs {
		c := e.child(r, e.p.parts.closed, 0)
		e.noteReader(c, by)
		if e.locs[c].cell.v != bottom {
			out = e.join(out, e.zero(e.p.types[e.locs[r].typ].elem), 0)
		}
	}
	if v.top != known || v.some {
		out = e.join(out, e.worldVal(), 0)
	}
	return out
}

func (e *eval) recvFrom(x val, by use) val {
	v := *e.vs.get(x)
	out := e.topOf(&v)
	if v.some && len(v.refs) == 0 {
		out = e.worldVal()
	}
	for _, r := range v.refs {
		if e.locs[e.root(r)].obj.kind == outside {
			out = e.join(out, e.worldVal(), 0)
			continue
		}
		c := e.child(r, e.p.parts.sent, e.p.types[e.locs[r].typ].elem)
		e.noteReader(c, by)
		if e.isStruct(c) {
			if e.locs[c].cell.stored {
				out = e.join(out, e.refVal(c), 0)
			}
			continue
		}
		out = e.join(out, e.locs[c].cell.v, 0)
	}
	return out
}

// selectInstr yields (index, received, values…): the cases that can fire.
func (e *eval) selectInstr(f *frame, in *ir.Instr, i int32) val {
	by := use{f.id, i}
	var index val
	if in.Sub == 0 {
		index = e.intVal(-1) // default
	}
	received := []val{}
	for n := 0; n+1 < len(in.Args); n += 2 {
		ch := e.arg(f, in.Args[n])
		if in.Args[n+1].Kind != ir.None { // a send
			if v := e.arg(f, in.Args[n+1]); ch != bottom && v != bottom {
				for _, r := range e.vs.get(ch).refs {
					e.store(e.child(r, e.p.parts.sent, e.p.types[e.locs[r].typ].elem), v, by, 0, nil)
				}
				if !e.vs.get(ch).onlyNil() {
					index = e.join(index, e.intVal(n/2), 0)
				}
			}
			continue
		}
		var v val
		if ch != bottom {
			v = e.join(e.recvFrom(ch, by), e.closed(ch, by), 0)
		}
		if v != bottom {
			index = e.join(index, e.intVal(n/2), 0)
		}
		received = append(received, v)
	}
	if index == bottom {
		return bottom
	}
	return e.tupleVal(append([]val{index, e.eitherBool()}, received...)...)
}

func (e *eval) intVal(n int) val {
	return e.constVal(e.constID(ir.Const{Kind: ir.Int, Text: itoa(n)}))
}

// elements returns the addresses of the elements that an index may mean. The
// elements of an array are told apart while the index is constant, so that
// the arguments of a variadic call keep their order.
func (e *eval) elements(x, index val, typ typeID, by use) val {
	v := *e.vs.get(x)
	any := e.p.parts.elem
	if src := e.sourceOf(x); len(src) > 0 {
		if n, ok := e.single(index); ok && n.Text == "0" && e.isCommandLine(src) {
			return e.refVal(e.source(fromSelf, ""))
		}
		return x // an element of what is read is read from there
	}
	if n, ok := e.single(index); ok && n.Kind == ir.Int {
		var out val
		for _, r := range v.refs {
			if e.isShortArray(r) {
				out = e.join(out, e.refVal(e.child(r, e.p.intern("[#"+n.Text+"]"), typ)), 0)
				for _, part := range []sym{any, e.p.parts.some} {
					if c, ok := e.partAt(r, part); ok {
						out = e.join(out, e.refVal(c), 0)
					}
				}
			} else {
				out = e.join(out, e.refVal(e.child(r, any, typ)), 0)
			}
		}
		return e.join(out, e.unknownPart(&v), 0)
	}
	out := e.unknownPart(&v)
	for _, r := range v.refs {
		e.noteReader(r, by)
		if each, ok := e.summary(r, typ); ok {
			out = e.join(out, each, 0)
			continue
		}
		if !e.isShortArray(r) || len(e.locs[r].kids) == 0 {
			out = e.join(out, e.refVal(e.child(r, any, typ)), 0)
		}
		for n := 0; n < len(e.locs[r].kids); n++ {
			if c := e.locs[r].kids[n]; e.isElement(c) {
				out = e.join(out, e.refVal(c), 0)
			}
		}
	}
	return out
}

// isCommandLine reports whether what is read is the command line, whose first
// word is the program. (What a library hands out as arguments has no name.)
func (e *eval) isCommandLine(src []loc) bool {
	return len(src) == 1 && e.locs[src[0]].obj.source == fromArguments && e.locs[src[0]].obj.name != ""
}

// unknownPart is what a part of v is as far as v is not known.
func (e *eval) unknownPart(v *value) val {
	if v.some && len(v.refs) == 0 {
		return e.worldVal()
	}
	return e.topOf(v)
}

// single returns the one constant that v is.
func (e *eval) single(v val) (ir.Const, bool) {
	x := e.vs.get(v)
	if x.top == known && len(x.consts) == 1 && !x.some && !x.null && len(x.refs) == 0 && len(x.dyns) == 0 {
		return e.p.consts[x.consts[0]], true
	}
	return ir.Const{}, false
}
