package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// fromOutside is what a caller that is not seen put into l: a switch of kind
// caller. Whether it is a flag or a count, nothing is its value at zero; text
// is not known, since a caller that leaves it empty gets nothing done. It may be
// a word all the same, by which a caller says what is to be done.
func (e *eval) fromOutside(l loc) val {
	typ := e.locs[l].typ
	key := SwitchKey{"caller", e.callerKey(l)}
	return e.fromCaller(key, typ, e.symbolOf(l), l)
}

// callerKey names what a caller gives: Type.Field, or function and parameter.
func (e *eval) callerKey(l loc) string {
	var parts []string
	for ; e.locs[l].parent != 0; l = e.locs[l].parent {
		if f, ok := e.p.fieldOf[e.locs[l].part]; ok {
			parts = append([]string{f.name}, parts...)
		}
	}
	if s := e.p.types[e.locs[l].typ].symbol; s != "" && len(parts) > 0 {
		parts = append([]string{s[strings.LastIndexByte(s, ':')+1:]}, parts...)
	} else if len(parts) == 0 {
		parts = []string{e.locs[l].obj.name}
	}
	return strings.Join(parts, ".")
}

// fromCaller is the value of one thing that a caller gives.
func (e *eval) fromCaller(key SwitchKey, typ typeID, symbol string, at loc) val {
	by := use{-1, int32(at)}
	switch info := &e.p.types[typ]; info.kind {
	case ir.KBool:
		return e.readSwitch(key, by, e.boolVal(false), symbol, ir.KBool)
	case ir.KPointer:
		if e.p.types[info.elem].kind == ir.KStruct {
			obj := e.outsideObject(info.elem, key.Key)
			return e.vs.intern(value{refs: []loc{obj}, null: true})
		}
		return e.readSwitch(key, by, e.nilVal(), symbol, ir.KPointer)
	case ir.KStruct, ir.KArray:
		return e.refVal(e.outsideObject(typ, key.Key))
	case ir.KString:
		return e.readSwitch(key, by, e.worldVal(), symbol, ir.KString)
	}
	return e.worldVal()
}

func (e *eval) outsideObject(typ typeID, name string) loc {
	return e.object(objKey{kind: outside, a: int32(typ), extra: name}, typ, object{kind: outside, name: name})
}

// outsideArg is a parameter of an exported function: a receiver or pointer to
// a struct is there.
func (e *eval) outsideArg(fn *function, n int) val {
	p := fn.Params[n]
	typ := fn.unit.typ[p.Type]
	info := &e.p.types[typ]
	name := fn.Name + "." + p.Name
	switch {
	case info.kind == ir.KPointer && e.p.types[info.elem].kind == ir.KStruct:
		return e.refVal(e.outsideObject(info.elem, fn.Symbol))
	case info.kind == ir.KStruct:
		return e.refVal(e.outsideObject(typ, fn.Symbol))
	case info.kind == ir.KBool:
		return e.readSwitch(SwitchKey{"caller", name}, use{-1, 0}, e.boolVal(false), "", ir.KBool)
	}
	return e.worldVal()
}

// enterRoot starts a function that something outside calls.
func (e *eval) enterRoot(fn *function, trigger string, outsideArgs bool) *frame {
	f := e.newFrame(fn)
	f.sharers = 2
	f.callers = append(f.callers, call{from: use{-1, 0}, trigger: trigger})
	f.changes++
	args := make([]val, len(fn.Params))
	for i := range args {
		args[i] = e.worldVal()
		if outsideArgs {
			args[i] = e.outsideArg(fn, i)
		}
	}
	e.bind(f, args)
	return f
}
