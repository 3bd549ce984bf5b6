package eval

import (
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// library does what the model of a library's function says: of those for the
// command line, for settings under keys, for struct tags and for commands.
func (c *modelCall) library() {
	switch c.m.Effect {
	case "inert":
		c.yield(c.e.worldVal())
	case "new":
		c.yield(c.e.refVal(c.made("new", c.e.p.types[c.resultOf()].elem)))
	case "flag":
		c.flag()
	case "set":
		c.set()
	case "changed":
		c.changed()
	case "named":
		c.named()
	case "flag-text":
		c.flagText()
	case "describe":
		c.describe()
	case "with":
		c.with()
	case "define":
		c.define()
	case "fill":
		c.fill()
	case "url-part":
		c.urlPart()
	default:
		c.stores()
	}
}

// stores does what the model of a library that keeps settings says.
func (c *modelCall) stores() {
	switch c.m.Effect {
	case "lookup":
		c.lookup()
	case "default":
		c.setDefault()
	case "section":
		c.section()
	case "unmarshal":
		c.unmarshal()
	case "bind-flag":
		c.bindFlag()
	case "bind-flags":
		c.note("flags", c.e.boolVal(true))
	case "bind-env":
		c.bindEnv()
	case "auto-env":
		c.note("auto", c.e.boolVal(true))
		if p := c.at("prefix"); p != bottom {
			c.note("prefix", p)
		}
	case "env-prefix":
		c.note("prefix", c.at("prefix"))
	case "env-replace":
		c.note("replacer", c.at("replacer"))
	case "provide":
		c.provide()
	case "load":
		c.load()
	case "replacer":
		c.newReplacer()
	case "replace":
		c.replace()
	default:
		c.commands()
	}
}

// commands does what the model of a library that calls commands says.
func (c *modelCall) commands() {
	switch c.m.Effect {
	case "subcommand":
		c.subcommand()
	case "hook":
		c.hook()
	case "execute":
		c.execute()
	case "supply":
		c.supply()
	case "words":
		c.words()
	}
}

// made is the object that a call makes. A parser made of a grammar is filled by
// its library; the others hold what the program puts there.
func (c *modelCall) made(what string, typ typeID) loc {
	return c.e.object(objKey{modelled, c.f.id, c.i, what}, typ, object{kind: modelled, site: c.i, frame: c.f.id, name: what, zeroed: what != "grammar"})
}

// resultOf is the type of the call's first result; 0 if it is one of several
// that nobody takes out.
func (c *modelCall) resultOf() typeID {
	typ := c.resultType()
	if c.e.p.types[typ].kind != ir.KTuple {
		return typ
	}
	for _, u := range c.f.fn.users[c.f.fn.reg(c.i)] {
		if in := &c.f.fn.Instrs[u]; in.Op == ir.OpExtract && in.Num == 0 {
			return c.f.fn.unit.typ[in.Type]
		}
	}
	return 0
}

// partOf is a part of an object that no program sees.
func (e *eval) partOf(l loc, name string) loc { return e.child(l, e.p.intern(name), 0) }

// held is what a part of an object that models made holds; bottom if nothing,
// or not yet.
func (e *eval) held(l loc, name string, by use) val {
	p := e.partOf(l, name)
	e.noteReader(p, by)
	return e.locs[p].cell.v
}

// refsOf returns what a value points to, also from within an interface.
func (e *eval) refsOf(v val) []loc {
	x := e.vs.get(v)
	out := append([]loc(nil), x.refs...)
	for _, d := range x.dyns {
		for _, r := range e.vs.get(d.v).refs {
			out = addLoc(out, r)
		}
	}
	return out
}

// items returns the elements of a slice or array, in the order in which they
// came to be known.
func (e *eval) items(v val, by use) []val {
	var out []val
	for _, r := range e.vs.get(v).refs {
		e.noteReader(r, by)
		if !e.isShortArray(r) && e.p.types[e.locs[r].typ].kind != ir.KMap {
			e.child(r, e.p.parts.elem, e.p.types[e.locs[r].typ].elem)
		}
		for n := 0; n < len(e.locs[r].kids); n++ {
			k := e.locs[r].kids[n]
			if !e.isElement(k) {
				continue
			}
			if e.isStruct(k) {
				out = append(out, e.refVal(k))
				continue
			}
			e.noteReader(k, by)
			if x := e.locs[k].cell.v; x != bottom {
				out = append(out, x)
			}
		}
	}
	return out
}

// fieldAt is the field of a struct by its name; 0 if there is none.
func (e *eval) fieldAt(r loc, name string) loc {
	for _, f := range e.p.types[e.locs[r].typ].fields {
		if f.name == name {
			return e.child(r, f.sym, f.typ)
		}
	}
	return 0
}

// peek is what a field holds so far, without its zero value.
func (e *eval) peek(l loc, by use) val {
	if l == 0 {
		return bottom
	}
	if e.isStruct(l) {
		return e.refVal(l)
	}
	e.noteReader(l, by)
	return e.locs[l].cell.v
}

// callValue calls what a value holds: functions, with those arguments first.
func (c *callSite) callValue(v val, args []val, trigger string) {
	for _, r := range c.e.refsOf(v) {
		if obj := c.e.locs[r].obj; obj.kind == code && obj.fn != nil {
			c.callback(obj.fn, r, args, trigger)
		}
	}
}
