package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// A table of flags is a list of structs, each with a name, a default and a
// destination, that one loop defines: all rows meet in the loop's variable.
// There a definition is made row by row, with what each row holds, so that a
// name goes with its own destination.

// rows returns the call once for each row of the table whose fields name what
// it defines, or as it is where there is no table.
func (c *modelCall) rows(key string) []*modelCall {
	one := []*modelCall{c}
	n, ok := c.m.Arg(key)
	if !ok || n < 0 || n >= len(c.args) || len(c.args) > len(c.in.Args) {
		return one
	}
	at := c.in.Args[len(c.in.Args)-len(c.args):]
	base, ok := c.f.fn.tableOf(at[n])
	if !ok {
		return one
	}
	structs := c.e.rowsAt(c.e.arg(c.f, base), c.by)
	if structs == nil {
		structs = c.e.pointedRows(c.f, base, c.by)
	}
	if len(structs) < 2 {
		return one
	}
	var out []*modelCall
	for _, s := range structs {
		row := *c
		row.args = make([]val, len(at))
		whole := true
		for k, a := range at {
			r := rowReader{c.e, c.f, c.by, base, s}
			v, own := r.value(a, 0)
			row.args[k] = v
			whole = whole && !(own && v == bottom) // of another type, in a switch over types
		}
		if whole {
			out = append(out, &row)
		}
	}
	return out
}

// tableOf returns the struct that an operand is a field of.
func (fn *function) tableOf(a ir.Arg) (base ir.Arg, ok bool) {
	load, ok := fn.instrOf(a)
	if !ok {
		return base, false
	}
	addr, ok := fn.fieldOf(load)
	if !ok {
		return base, false
	}
	base = fn.Instrs[addr].Args[0]
	return base, base.Kind == ir.Reg
}

// rowsAt are the structs that one may be a copy of, or that are pointed to.
func (e *eval) rowsAt(v val, by use) []loc {
	x := e.vs.get(v)
	if x.top != known || x.some || len(x.refs) == 0 {
		return nil
	}
	if len(x.refs) == 1 || e.locs[x.refs[0]].part == e.p.parts.each {
		return e.elementsAt(x.refs[0], by)
	}
	return x.refs
}

// pointedRows are the structs of a long array of pointers, whose loop's variable
// would point to more than one value can.
func (e *eval) pointedRows(f *frame, base ir.Arg, by use) (out []loc) {
	load, ok := f.fn.instrOf(base)
	if !ok || f.fn.Instrs[load].Op != ir.OpLoad {
		return nil
	}
	at := e.vs.get(e.arg(f, f.fn.Instrs[load].Args[0]))
	if len(at.refs) == 0 || e.locs[at.refs[0]].part != e.p.parts.each {
		return nil
	}
	for _, kid := range e.locs[e.locs[at.refs[0]].parent].kids {
		if e.isElement(kid) {
			out = append(out, e.vs.get(e.load(kid, by)).refs...)
		}
	}
	return out
}

// A rowReader computes what operands of an instruction are for one row.
type rowReader struct {
	e    *eval
	f    *frame
	by   use
	base ir.Arg // where the row stands
	row  loc
}

// maxRowDepth bounds the instructions between a field and an operand.
const maxRowDepth = 8

// value is an operand, and whether it comes from the row. Where ways meet, what
// comes from the row counts: the others are for rows that lack it.
func (r rowReader) value(a ir.Arg, depth int) (v val, own bool) {
	i, ok := r.f.fn.instrOf(a)
	if !ok || depth > maxRowDepth {
		return r.e.arg(r.f, a), false
	}
	in := &r.f.fn.Instrs[i]
	switch in.Op {
	case ir.OpLoad:
		if addr, ok := r.f.fn.fieldOf(i); ok && r.f.fn.Instrs[addr].Args[0] == r.base {
			field := &r.f.fn.Instrs[addr]
			return r.e.loadCell(r.e.child(r.row, r.f.fn.sym(field.Sym), r.f.fn.unit.typ[field.Type]), r.by), true
		}
	case ir.OpAssert:
		if x, own := r.value(in.Args[0], depth+1); own {
			return r.e.assert(x, r.f.fn.unit.typ[in.Type], false), true
		}
	case ir.OpExtract:
		if test, ok := r.f.fn.instrOf(in.Args[0]); ok && in.Num == 0 && r.f.fn.Instrs[test].Op == ir.OpAssert {
			if x, own := r.value(r.f.fn.Instrs[test].Args[0], depth+1); own {
				return r.e.assert(x, r.f.fn.unit.typ[in.Type], false), true
			}
		}
	case ir.OpCopy, ir.OpConvert:
		if x, own := r.value(in.Args[0], depth+1); own {
			return x, true
		}
	case ir.OpPhi:
		return r.either(i, in, depth)
	}
	return r.e.arg(r.f, a), false
}

// either is what comes to a place where ways meet.
func (r rowReader) either(i int32, in *ir.Instr, depth int) (v val, own bool) {
	var other val
	for k, a := range in.Args {
		if !r.f.taken(r.f.fn.blockOf[i], int32(k)) {
			continue
		}
		x, of := r.value(a, depth+1)
		if of && x != bottom {
			v, own = r.e.join(v, x, 0), true
		} else if !of {
			other = r.e.join(other, x, 0)
		}
	}
	if own {
		return v, true
	}
	return other, false
}
