package eval

import (
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// Programs that set defaults by reading struct tags themselves are taken by
// what they do: a function that asks a tag for a key under which defaults are
// kept, and is handed a pointer to a struct, stores the tags' values in it.
// Whether it skips some kinds of field is not looked at.

// defaultTag is the key of struct tags that fn asks for defaults, or "".
func (p *Program) defaultTag(fn *function, w *world.World) string {
	for i := range fn.Instrs {
		in := &fn.Instrs[i]
		if in.Op != ir.OpCall || in.Args[0].Kind != ir.Function {
			continue
		}
		switch p.strs[fn.sym(in.Args[0].I)] {
		case "reflect:StructTag.Get", "reflect:StructTag.Lookup":
		default:
			continue
		}
		for _, a := range in.Args[1:] {
			if a.Kind != ir.Constant {
				continue
			}
			for _, tag := range w.DefaultTags() {
				if p.consts[fn.unit.cst[a.I]].Text == tag {
					return tag
				}
			}
		}
	}
	return ""
}

// tagDefaults stores what the tags say in the structs that a function is
// handed.
func (c *callSite) tagDefaults(tag string, args []val) {
	for _, a := range args {
		for _, r := range c.e.refsOf(a) {
			if c.e.isStruct(r) {
				c.tagStruct(tag, r, 0)
			}
		}
	}
}

func (c *callSite) tagStruct(tag string, r loc, depth int) {
	e := c.e
	if depth > maxNesting {
		return
	}
	for _, f := range e.p.types[e.locs[r].typ].fields {
		l := e.child(r, f.sym, f.typ)
		if inner := e.structsAt(l, c.by); len(inner) > 0 {
			for _, s := range inner {
				c.tagStruct(tag, s, depth+1)
			}
			continue
		}
		text, ok := lookupTag(f.tag, tag)
		if !ok {
			continue
		}
		if v := e.tagValue(l, text); v != bottom {
			e.locs[l].cell.sure = true
			e.grow(l, v, 0)
			e.declare(l, f)
		}
	}
}
