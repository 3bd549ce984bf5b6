package eval

import (
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// set defines a flag whose value the program takes by itself: a method Set or
// a function, called only if the flag is given. What it writes rests on the
// flag, and in a run that gives the flag nothing else counts that was written
// before.
func (c *modelCall) set() {
	e := c.e
	value := c.at("value")
	for _, name := range c.flagNames("name") {
		key := SwitchKey{"flag", name}
		text := e.readSwitch(key, c.by, bottom, "", ir.KString)
		for _, l := range c.writes(value) {
			e.readSwitch(key, use{-1, int32(l)}, bottom, e.symbolOf(l), ir.KString)
			e.switches[key].cells = addLoc(e.switches[key].cells, l)
			if e.given(key) {
				e.forget(l)
			}
		}
		if !e.given(key) && !e.open(key) {
			continue
		}
		c.callValue(c.at("func"), []val{text}, "")
		for _, d := range e.vs.get(value).dyns {
			if fn := e.p.types[d.typ].impl[e.p.intern("Set")]; fn != nil {
				c.callback(fn, 0, []val{d.v, text}, "")
			}
		}
	}
	c.join(e.worldVal())
}

// writes are the cells that the callbacks of a flag may write: what the value
// is or holds, and the variables that the function captured or names.
func (c *modelCall) writes(value val) []loc {
	e := c.e
	var out []loc
	for _, r := range e.refsOf(value) {
		out = append(append(out, r), e.locs[r].kids...)
	}
	for _, r := range e.refsOf(c.at("func")) {
		obj := e.locs[r].obj
		if obj.kind != code || obj.fn == nil {
			continue
		}
		for _, k := range e.locs[r].kids { // captured
			for _, v := range e.vs.get(e.locs[k].cell.v).refs {
				out = addLoc(out, v)
			}
		}
		for i := range obj.fn.Instrs {
			if in := &obj.fn.Instrs[i]; in.Op == ir.OpStore && in.Args[0].Kind == ir.Variable {
				out = addLoc(out, e.variable(obj.fn.sym(in.Args[0].I)))
			}
		}
	}
	return out
}

// forget drops what was stored in a cell that nobody has read yet.
func (e *eval) forget(l loc) {
	c := &e.locs[l].cell
	if len(c.readers) > 0 || len(c.outs) > 0 || e.forgotten[l] {
		return
	}
	if e.forgotten == nil {
		e.forgotten = map[loc]bool{}
	}
	e.forgotten[l] = true
	c.v, c.sure = bottom, true
	if in := e.initials[l]; in != nil {
		*in = initial{}
	}
}
