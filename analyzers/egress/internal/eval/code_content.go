package eval

import (
	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// maxContent bounds the work of following one content back.
const maxContent = 50_000

// responses follows content back to the requests that it is the response to:
// over what computed it, and what was copied into the objects on the way.
func (x *coder) responses(content []operandAt) []use {
	t := &tracer{coder: x, seen: map[operandAt]bool{}, names: map[operandAt]bool{}, cells: map[loc]bool{}, sinks: map[use]bool{}}
	for _, c := range content {
		t.push(c)
	}
	for n := 0; len(t.todo) > 0 && n < maxContent; n++ {
		o := t.todo[0]
		t.todo = t.todo[1:]
		t.aliased(o)
		t.origin(o)
	}
	return sortedSinks(t.sinks)
}

type tracer struct {
	*coder
	seen  map[operandAt]bool
	names map[operandAt]bool // of objects, that were looked at
	cells map[loc]bool
	todo  []operandAt
	sinks map[use]bool
}

func (t *tracer) push(o operandAt) {
	if o.arg.Kind == ir.Reg && !t.seen[o] {
		t.seen[o] = true
		t.todo = append(t.todo, o)
	}
}

func (t *tracer) all(frame int32, args []ir.Arg) {
	for _, a := range args {
		t.push(operandAt{frame, a})
	}
}

// origin follows an operand to what defines it.
func (t *tracer) origin(o operandAt) {
	f := t.frames[o.frame]
	n := int32(f.fn.NumRegs())
	if o.arg.I < n {
		t.fromCallers(f, o.arg.I)
		return
	}
	u := use{o.frame, o.arg.I - n}
	in := &f.fn.Instrs[u.instr]
	switch in.Op {
	case ir.OpCall, ir.OpInvoke:
		t.fromCall(f, in, u)
	case ir.OpLoad:
		t.all(o.frame, in.Args)
		t.fromCells(u)
	case ir.OpAlloc:
		t.stores(o)
	default:
		t.all(o.frame, in.Args)
		t.fromCells(u)
	}
}

// fromCallers follows a parameter to what callers pass, and a captured
// variable to the closure.
func (t *tracer) fromCallers(f *frame, n int32) {
	for _, c := range f.callers {
		if c.from.frame < 0 {
			continue
		}
		g, in := t.at(c.from)
		if n < int32(len(f.fn.Params)) {
			if a, ok := operandFor(g, in, f.fn, n); ok {
				t.push(operandAt{g.id, a})
			}
			continue
		}
		t.all(g.id, in.Args)
	}
}

// fromCall follows the result of a call: to the request, into the functions
// that are called, or over one of a library to what it was handed. What is
// formatted is no longer the bytes that were fetched.
func (t *tracer) fromCall(f *frame, in *ir.Instr, u use) {
	if t.request(u) {
		t.sinks[u] = true
		return
	}
	if callees := f.callees(u.instr); len(callees) > 0 {
		for _, c := range callees {
			g := t.frames[c.frame]
			for b := range g.fn.Blocks {
				last := g.fn.Blocks[b].End - 1
				if last >= 0 && g.progress[b] >= last && g.fn.Instrs[last].Op == ir.OpReturn {
					t.all(g.id, g.fn.Instrs[last].Args)
				}
			}
		}
		return
	}
	symbol, args := t.symbolAt(f, in)
	if m, ok := t.w.Model(symbol); ok && m.Effect == "print" {
		return
	}
	if _, ok := t.found[u]; ok && t.found[u].code.Effect != "wrap" {
		return // a handle's content is what is copied into it
	}
	t.all(u.frame, args)
}

// request reports whether a call is one that the run knows to send.
func (t *tracer) request(u use) bool {
	if _, ok := t.Run.sinks[u]; ok {
		return true
	}
	_, ok := t.sends[u]
	return ok
}

// fromCells follows what an instruction reads to what was stored there.
func (t *tracer) fromCells(u use) {
	for _, l := range t.readBy(u) {
		t.cell(l)
	}
}

func (t *tracer) cell(l loc) {
	if t.cells[l] {
		return
	}
	t.cells[l] = true
	for _, u := range t.locs[l].cell.stores {
		if u.frame < 0 {
			continue
		}
		if g, in := t.at(u); in.Op == ir.OpStore {
			t.push(operandAt{g.id, in.Args[1]})
		} else {
			t.all(g.id, in.Args)
		}
	}
	for _, from := range t.ins[l] {
		t.cell(from)
	}
	for _, s := range t.locs[l].edges.sources {
		t.cell(s.at)
	}
}

// stores follows a local variable to what is stored in it and in its parts.
func (t *tracer) stores(o operandAt) {
	f := t.frames[o.frame]
	for _, u := range f.fn.users[o.arg.I] {
		switch in := &f.fn.Instrs[u]; in.Op {
		case ir.OpStore:
			if in.Args[0] == o.arg {
				t.push(operandAt{o.frame, in.Args[1]})
			}
		case ir.OpFieldAddr, ir.OpIndexAddr:
			t.stores(operandAt{o.frame, ir.Arg{Kind: ir.Reg, I: f.fn.reg(u)}})
		}
	}
}

// filled finds what is copied into an object: by the calls that it is handed
// to, under its other names.
func (t *tracer) filled(o operandAt) {
	f := t.frames[o.frame]
	if int(o.arg.I) >= len(f.fn.users) {
		return
	}
	for _, n := range f.fn.users[o.arg.I] {
		in := &f.fn.Instrs[n]
		u := use{o.frame, n}
		result := operandAt{o.frame, ir.Arg{Kind: ir.Reg, I: f.fn.reg(n)}}
		switch in.Op {
		case ir.OpBox, ir.OpCopy, ir.OpAssert, ir.OpConvert, ir.OpSlice:
			t.aliased(result)
		case ir.OpExtract:
			if in.Num == 0 {
				t.aliased(result)
			}
		case ir.OpStore:
			t.inList(f, in, o)
		case ir.OpCall, ir.OpInvoke, ir.OpDefer, ir.OpDeferInvoke:
			t.handed(f, in, u, o, result)
		}
	}
}

// aliased looks at another name of the object.
func (t *tracer) aliased(o operandAt) {
	if !t.names[o] {
		t.names[o] = true
		t.filled(o)
	}
}

// inList follows an object that is put into the list of a call.
func (t *tracer) inList(f *frame, in *ir.Instr, o operandAt) {
	n := int32(f.fn.NumRegs())
	addr := in.Args[0]
	if in.Args[1] != o.arg || addr.Kind != ir.Reg || addr.I < n || f.fn.Instrs[addr.I-n].Op != ir.OpIndexAddr {
		return
	}
	t.aliased(operandAt{o.frame, f.fn.Instrs[addr.I-n].Args[0]})
}

// handed looks at a call that an object is handed to.
func (t *tracer) handed(f *frame, in *ir.Instr, u use, o, result operandAt) {
	if c, ok := t.found[u]; ok {
		switch c.code.Effect {
		case "copy":
			if to, ok := c.operand("to"); ok && to == o {
				if from, ok := c.operand("from"); ok {
					t.push(from)
				}
			}
			return
		case "wrap":
			t.aliased(result)
			return
		}
	}
	for _, c := range f.callees(u.instr) {
		g := t.frames[c.frame]
		for n := range g.fn.Params {
			if a, ok := operandFor(f, in, g.fn, int32(n)); ok && a == o.arg {
				t.aliased(operandAt{g.id, ir.Arg{Kind: ir.Reg, I: int32(n)}})
			}
		}
	}
}
