package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// Compared says with what the value of a switch is compared.
type Compared struct {
	Texts  []string // constants, those first that it meets first
	Equal  []string // texts among them that it, being text, is or is not
	Handed []string // constants beside which a library says yes or no to it, likewise
	Parsed bool     // a library makes a yes or a no of it
}

// maxCompared bounds the work of following one switch.
const maxCompared = 50_000

// Compared follows a switch forward from where it is asked for, through
// registers, cells and calls, to the constants that it meets. Containers are
// followed whole, so it may find a constant that meets something else; what it
// loses, it loses in a library, and says so.
func (s *SwitchUse) Compared() Compared {
	r := s.run
	if c, ok := r.compared[s.Key]; ok {
		return c
	}
	x := &follower{Run: r, seen: map[register]bool{}, cells: map[loc]bool{}, has: map[string]bool{}}
	for _, u := range s.Reads {
		if u.frame < 0 {
			x.cell(loc(u.instr))
		} else {
			x.result(u)
		}
	}
	for _, l := range s.cells {
		x.cell(l)
	}
	for n := 0; len(x.todo) > 0 && n < maxCompared; n++ {
		at := x.todo[0]
		x.todo = x.todo[1:]
		f := r.frames[at.frame]
		for _, i := range f.fn.users[at.reg] {
			x.meets(f, i, at.reg)
		}
	}
	c := Compared{Parsed: x.parsed, Texts: x.texts, Equal: x.equal, Handed: x.handed}
	if r.compared == nil {
		r.compared = map[SwitchKey]Compared{}
	}
	r.compared[s.Key] = c
	return c
}

type register struct{ frame, reg int32 }

type follower struct {
	*Run
	seen   map[register]bool
	cells  map[loc]bool
	todo   []register
	texts  []string
	equal  []string
	handed []string
	has    map[string]bool // texts, and the others with a mark before
	parsed bool
}

func (x *follower) reg(frame, reg int32) {
	at := register{frame, reg}
	if !x.seen[at] {
		x.seen[at] = true
		x.todo = append(x.todo, at)
	}
}

func (x *follower) result(u use) {
	if u.frame >= 0 {
		x.reg(u.frame, x.frames[u.frame].fn.reg(u.instr))
	}
}

// cell follows what was stored to those who read it, and to the cells that
// include it.
func (x *follower) cell(l loc) {
	if x.cells[l] {
		return
	}
	x.cells[l] = true
	for _, u := range x.locs[l].cell.readers {
		x.result(u)
	}
	for _, o := range x.locs[l].cell.outs {
		x.cell(o)
	}
}

// meets follows one use of a register.
func (x *follower) meets(f *frame, i, reg int32) {
	in := &f.fn.Instrs[i]
	switch in.Op {
	case ir.OpIf, ir.OpJump, ir.OpPanic:
	case ir.OpBinOp:
		for _, a := range in.Args {
			x.constants(x.arg(f, a), &x.texts, "")
			if in.Sub == ir.Eql || in.Sub == ir.Neq {
				x.is(x.arg(f, a))
			}
		}
		if in.Sub < ir.Eql {
			x.result(use{f.id, i})
		}
	case ir.OpStore, ir.OpMapUpdate, ir.OpSend:
		for _, r := range x.vs.get(x.arg(f, in.Args[0])).refs {
			x.cell(r)
			for _, k := range x.locs[r].kids {
				x.cell(k)
			}
		}
	case ir.OpLookup:
		for _, r := range x.vs.get(x.arg(f, in.Args[0])).refs {
			x.keys(r)
		}
		x.result(use{f.id, i})
	case ir.OpReturn:
		for _, c := range f.callers {
			x.result(c.from)
		}
	case ir.OpMakeClosure:
		for _, r := range x.vs.get(x.arg(f, ir.Arg{Kind: ir.Reg, I: f.fn.reg(i)})).refs {
			for _, k := range x.locs[r].kids {
				x.cell(k)
			}
		}
	case ir.OpCall, ir.OpInvoke, ir.OpGo, ir.OpGoInvoke, ir.OpDefer, ir.OpDeferInvoke:
		x.call(f, in, i, reg)
	case ir.OpExtract:
		if call := reg - int32(f.fn.NumRegs()); call < 0 || len(f.callees(call)) > 0 || x.plainResult(f, in) {
			x.result(use{f.id, i})
		}
	default:
		x.result(use{f.id, i})
	}
}

// call follows an argument into the callees; a function without code here
// compares it with its other arguments, and makes its result of it.
func (x *follower) call(f *frame, in *ir.Instr, i, reg int32) {
	invoke := in.Op == ir.OpInvoke || in.Op == ir.OpGoInvoke || in.Op == ir.OpDeferInvoke
	for _, c := range f.callees(i) {
		g := x.frames[c.frame]
		for n, a := range in.Args {
			if !invoke {
				n--
			}
			if a.Kind == ir.Reg && a.I == reg && n >= 0 && n < len(g.fn.Params) {
				x.reg(g.id, int32(n))
			}
		}
	}
	if len(f.callees(i)) > 0 {
		return
	}
	if x.yieldsBool(f, in, i) {
		x.parsed = true
		for _, a := range in.Args[1:] {
			x.constants(x.arg(f, a), &x.handed, hole)
		}
	}
	if x.plainResult(f, in) {
		x.result(use{f.id, i})
	}
}

// yieldsBool reports whether a call makes a yes or a no of what it is given.
func (x *follower) yieldsBool(f *frame, in *ir.Instr, i int32) bool {
	if x.p.types[f.fn.unit.typ[in.Type]].kind == ir.KBool {
		return true
	}
	for _, u := range f.fn.users[f.fn.reg(i)] {
		if r := &f.fn.Instrs[u]; r.Op == ir.OpExtract && x.p.types[f.fn.unit.typ[r.Type]].kind == ir.KBool {
			return true
		}
	}
	return false
}

// plainResult reports whether what an instruction yields may be the value of a
// switch in another form: a text, a number, a list. An object that a library
// makes with it, such as the answer from an address, is something else.
func (x *follower) plainResult(f *frame, in *ir.Instr) bool {
	t := &x.p.types[f.fn.unit.typ[in.Type]]
	return t.kind != ir.KPointer && t.kind != ir.KStruct && t.kind != ir.KInterface
}

// is notes the texts that a value is held against.
func (x *follower) is(v val) {
	for _, c := range x.vs.get(v).consts {
		if k := x.p.consts[c]; k.Kind == ir.String && !isPattern(k.Text) {
			x.add(k.Text, &x.equal, hole+hole)
		}
	}
}

// constants notes what a value may be, once under each mark.
func (x *follower) constants(v val, list *[]string, mark string) {
	for _, c := range x.vs.get(v).consts {
		if k := x.p.consts[c]; !isPattern(k.Text) {
			x.add(k.Text, list, mark)
		}
	}
}

func (x *follower) add(text string, list *[]string, mark string) {
	if !x.has[mark+text] {
		x.has[mark+text] = true
		*list = append(*list, text)
	}
}

// keys notes the constant keys of a map.
func (x *follower) keys(r loc) {
	for _, k := range x.locs[r].kids {
		if s := x.p.strs[x.locs[k].part]; strings.HasPrefix(s, "[") && s != restPart && s != elemPart {
			x.add(strings.Trim(s, "[]"), &x.texts, "")
		}
	}
}
