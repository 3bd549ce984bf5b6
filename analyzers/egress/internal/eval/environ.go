package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// Programs that are easy to test read the environment as a list, once, and put
// it into a map. What string functions cut out of an entry of the list is of
// the environment, too; a map whose keys are is asked for variables.

// ofEnvironment returns the source of a value that is, or may be, of the list;
// bottom if it is not of it.
func (e *eval) ofEnvironment(v val) val {
	for _, l := range e.sourceOf(v) {
		if e.locs[l].obj.source == fromEnvironment {
			return e.refVal(l)
		}
	}
	return bottom
}

// cutOff yields what a string function makes of entries of the list. It reports
// whether it is handed any.
func (c *modelCall) cutOff() bool {
	e := c.e
	for _, a := range c.args {
		src := e.ofEnvironment(a)
		if src == bottom {
			continue
		}
		switch e.p.types[c.resultType()].kind {
		case ir.KBool:
			src = e.eitherBool()
		case ir.KInt:
			src = e.worldVal()
		case ir.KTuple:
			src = e.tupleVal(src, src, e.eitherBool())
		}
		c.join(src)
		return true
	}
	return false
}

// fillsEnvironment notes that a map has keys of the list.
func (e *eval) fillsEnvironment(m loc, key val) {
	if e.environs[m] || e.ofEnvironment(key) == bottom {
		return
	}
	if e.environs == nil {
		e.environs = map[loc]bool{}
	}
	e.environs[m] = true
	for _, r := range e.locs[e.child(m, e.p.parts.rest, 0)].cell.readers {
		e.push(r)
	}
}

// variableIn looks a variable up in a map of the environment, into which the
// program may put some itself. ok is false if the map is none, or the name is not
// known.
func (e *eval) variableIn(m loc, key val, by use) (got val, present, absent, ok bool) {
	names, known := e.strings(key)
	if !e.environs[m] || !known {
		return bottom, false, false, false
	}
	for _, n := range names {
		k := SwitchKey{"env", n}
		v := e.readSwitch(k, by, e.strVal(""), "", ir.KString)
		at, session := e.w.Session(n)
		switch {
		case e.given(k):
			got, present = e.join(got, v, 0), true
		case session && at != "":
			got, present = e.join(got, e.strVal(at), 0), true
		case session || e.open(k):
			got, present, absent = e.join(got, e.worldVal(), 0), true, true
		default:
			absent = true
		}
		own := e.child(m, e.p.intern("["+n+"]"), e.p.types[e.locs[m].typ].elem)
		e.noteReader(own, by)
		if e.locs[own].cell.stored {
			got, present = e.join(got, e.load(own, by), 0), true
		}
	}
	return got, present, absent, true
}
