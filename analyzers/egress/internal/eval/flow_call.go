package eval

import (
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// calledSymbol is the function that a call names: itself, or the method of the
// interface.
func (r *Run) calledSymbol(f *frame, in *ir.Instr) string {
	switch {
	case in.Op == ir.OpInvoke || in.Op == ir.OpGoInvoke || in.Op == ir.OpDeferInvoke:
		return r.p.strs[f.fn.sym(in.Num)]
	case len(in.Args) > 0 && (in.Args[0].Kind == ir.Function || in.Args[0].Kind == ir.Builtin):
		return r.p.strs[f.fn.sym(in.Args[0].I)]
	}
	return ""
}

// operands are the values that a call is given, the receiver first.
func operands(in *ir.Instr) []ir.Arg {
	if in.Op == ir.OpInvoke || in.Op == ir.OpGoInvoke || in.Op == ir.OpDeferInvoke {
		return in.Args
	}
	return in.Args[1:]
}

// indexWriters finds the calls of functions without an analysed body that may
// write into the object that they are handed as receiver or first argument,
// and where closures are made.
func (r *Run) indexWriters() {
	if r.writers != nil {
		return
	}
	r.writers, r.closures = map[loc][]use{}, map[fnID][]use{}
	for _, f := range r.frames {
		for b := range f.fn.Blocks {
			for i := f.fn.Blocks[b].Start; i < f.fn.Blocks[b].End && i <= f.progress[b]; i++ {
				r.indexWriter(f, i)
			}
		}
	}
}

func (r *Run) indexWriter(f *frame, i int32) {
	in := &f.fn.Instrs[i]
	switch in.Op {
	case ir.OpMakeClosure:
		for _, l := range r.vs.get(r.arg(f, in.Args[0])).refs {
			if fn := r.locs[l].obj.fn; fn != nil {
				r.closures[fn.id] = append(r.closures[fn.id], use{f.id, i})
			}
		}
	case ir.OpCall, ir.OpInvoke, ir.OpDefer, ir.OpDeferInvoke, ir.OpGo, ir.OpGoInvoke:
		args := operands(in)
		symbol := r.calledSymbol(f, in)
		if len(args) == 0 || symbol == "" || r.p.fn(symbol) != nil && !r.p.fn(symbol).modelled {
			return
		}
		r.writesInto(use{f.id, i}, r.arg(f, args[0]), 0)
	}
}

func (r *Run) writesInto(u use, v val, depth int) {
	info := r.vs.get(v)
	for _, l := range info.refs {
		r.writers[l] = append(r.writers[l], u)
	}
	for _, d := range info.dyns {
		if depth < 2 {
			r.writesInto(u, d.v, depth+1)
		}
	}
}

// passes are the effects of models by which what is returned, or stored, is
// computed from the arguments. The others look something up.
var passes = map[string]bool{
	"": true, "same": true, "pure": true, "print": true, "say": true, "get": true, "put": true, "swap": true, "url": true, "text": true, "join": true,
	"encode": true, "decode": true, "read": true, "remember": true, "recall": true, "replace": true, "process": true, "fails": true, "some": true,
	"url-part": true, "calls": true, "unmarshal": true,
}

// call follows a result of a call.
func (x *flows) call(n int32, s step) {
	f, in := x.at(s.at)
	symbol := x.calledSymbol(f, in)
	if x.identified(n, s.at, symbol) {
		return
	}
	if x.w.Turn(symbol) != "" || x.w.Apart(symbol) || x.w.Carriers(symbol) != nil { // whatever its body looks like
		x.external(n, f, in, s.at, symbol)
		return
	}
	inside := false
	for _, c := range f.callees(s.at.instr) {
		g := x.frames[c.frame]
		if c.trigger == guessed || x.identified(n, s.at, g.fn.Symbol) {
			continue
		}
		inside = inside || g.fn.Symbol == symbol || symbol == ""
		x.returned(n, s.at, g, s.index)
	}
	if in.Args[0].Kind == ir.Builtin {
		x.builtinResult(n, f, in, symbol)
	} else if !inside {
		x.external(n, f, in, s.at, symbol)
	}
}

// returned follows what a function with a body returns.
func (x *flows) returned(n int32, at use, g *frame, index int32) {
	with := note{fn: lastName(g.fn.Symbol), call: at, called: true}
	into := x.enter(n, at, g.id)
	for b := range g.fn.Blocks {
		last := g.fn.Blocks[b].End - 1
		if last < 0 || g.progress[b] < last || g.fn.Instrs[last].Op != ir.OpReturn {
			continue
		}
		for k, a := range g.fn.Instrs[last].Args {
			if (index < 0 || int32(k) == index) && a.Kind == ir.Reg {
				x.add(step{kind: inRegister, at: use{g.id, a.I}, index: -1, into: into, from: n, note: with})
			}
		}
	}
}

// identified notes a source, and reports whether the data know the function.
func (x *flows) identified(n int32, at use, symbol string) bool {
	id, ok := x.w.Identity(symbol)
	if ok {
		x.source(n, at, id, symbol)
	}
	return ok
}

func (x *flows) builtinResult(n int32, f *frame, in *ir.Instr, name string) {
	switch name {
	case "append", "min", "max", "ssa:wrapnilchk":
		for _, a := range in.Args[1:] {
			x.reg(f, a, n, note{})
		}
	}
}

// external follows the result of a function without an analysed body.
func (x *flows) external(n int32, f *frame, in *ir.Instr, at use, symbol string) {
	m, _ := x.w.Model(symbol)
	shift := 1
	if isMethod(symbol) && in.Op == ir.OpCall {
		shift = 2
	}
	operand := func(key string) (val, bool) {
		k, ok := m.Arg(key)
		if !ok || k+shift >= len(in.Args) || k+shift < 0 {
			return bottom, false
		}
		return x.arg(f, in.Args[k+shift]), true
	}
	switch {
	case m.Effect == "env":
		if v, ok := operand("key"); ok {
			x.named(n, at, "env", v, x.w.IdentityEnv)
		}
		return
	case m.Effect == "file":
		if v, ok := operand("name"); ok {
			x.file(n, at, v)
		}
		return
	case m.Effect == "start":
		x.output(n, f, in, at)
		return
	case strings.HasSuffix(pathOf(symbol), "/windows/registry"):
		for _, a := range operands(in) {
			x.named(n, at, "registry", x.arg(f, a), x.w.IdentityRegistry)
		}
		return
	}
	x.computed(n, f, in, symbol, m.Effect, 0)
}

// computed follows the operands of a call, from the given one on, if what it
// returns or stores is computed from them.
func (x *flows) computed(n int32, f *frame, in *ir.Instr, symbol, effect string, first int) {
	if _, sink := x.w.Sink(symbol); sink || x.w.Apart(symbol) || !passes[effect] {
		return
	}
	if x.lastOf(n, f, in, symbol) {
		return
	}
	with := note{}
	if into := x.w.Turn(symbol); into != "" && effect != "same" {
		with.turn = Turn{symbol, into}
	}
	args := operands(in)
	for k := first; k < len(args); k++ {
		c := x.carries(symbol, f, in, k+len(in.Args)-len(args), "")
		c.turn = with.turn
		x.reg(f, args[k], n, c)
	}
}

// written follows what a call writes into the object that it is handed first.
func (x *flows) written(n int32, u use) {
	f, in := x.at(u)
	symbol := x.calledSymbol(f, in)
	x.steps[n].note.bits = 8 * x.size(f, in)
	if x.identified(n, u, symbol) {
		return
	}
	m, _ := x.w.Model(symbol)
	x.computed(n, f, in, symbol, m.Effect, 1)
	if in.Op == ir.OpCall || in.Op == ir.OpInvoke { // an encoder or writer around it
		x.onward(n, f, u.instr, note{})
	}
}

// onward looks for who writes into what a register refers to.
func (x *flows) onward(n int32, f *frame, i int32, with note) {
	if t := x.typeOfReg(f, f.fn.reg(i)); t == nil || !isScalar(t.kind) {
		x.add(step{kind: handedOn, at: use{f.id, f.fn.reg(i)}, from: n, note: with})
	}
}

// size is the length of the buffer that a call is handed first, or 0.
func (x *flows) size(f *frame, in *ir.Instr) int32 {
	args := operands(in)
	if len(args) == 0 {
		return 0
	}
	if args[0].Kind == ir.Reg && args[0].I >= int32(f.fn.NumRegs()) {
		if def := &f.fn.Instrs[args[0].I-int32(f.fn.NumRegs())]; def.Op == ir.OpSlice {
			if k := x.cutTo(f, def); k > 0 {
				return k
			}
		}
	}
	refs := x.vs.get(x.arg(f, args[0])).refs
	if len(refs) != 1 {
		return 0
	}
	if t := &x.p.types[x.locs[refs[0]].typ]; t.kind == ir.KArray {
		return int32(t.length)
	}
	if l, ok := x.partAt(refs[0], x.p.parts.length); ok {
		if k, ok := x.single(x.locs[l].cell.v); ok {
			size, _ := atoi(k.Text)
			return int32(size)
		}
	}
	return 0
}

func atoi(s string) (int, bool) {
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// handedOn looks for who writes into the object behind a register: by its
// methods, by functions that take it first, by stores into its parts.
func (x *flows) handedOn(n int32, s step) {
	f := x.frames[s.at.frame]
	for _, i := range f.fn.users[s.at.instr] {
		if b := f.fn.blockOf[i]; f.progress[b] < i {
			continue
		}
		x.used(n, f, i, s.at.instr)
	}
}

func (x *flows) used(n int32, f *frame, i, reg int32) {
	in := &f.fn.Instrs[i]
	on := func(k note) { x.onward(n, f, i, k) }
	is := func(k int) bool { return k < len(in.Args) && in.Args[k] == (ir.Arg{Kind: ir.Reg, I: reg}) }
	switch in.Op {
	case ir.OpFieldAddr, ir.OpField:
		on(note{carrier: x.w.Part(x.p.strs[f.fn.sym(in.Sym)]), name: x.fieldName(x.p.strs[f.fn.sym(in.Sym)])})
	case ir.OpIndexAddr, ir.OpIndex, ir.OpLookup, ir.OpLoad, ir.OpExtract, ir.OpCopy, ir.OpBox, ir.OpAssert, ir.OpSlice, ir.OpPhi:
		if is(0) || in.Op == ir.OpPhi {
			on(note{})
		}
	case ir.OpMapUpdate:
		if is(0) {
			x.reg(f, in.Args[2], n, x.updates(f, in))
		}
	case ir.OpStore:
		x.storedOn(n, f, in, is(0))
	case ir.OpMakeClosure:
		x.capturedOn(n, f, in, reg)
	case ir.OpCall, ir.OpInvoke, ir.OpDefer, ir.OpDeferInvoke, ir.OpGo, ir.OpGoInvoke:
		x.passedOn(n, f, in, i, reg)
	}
}

// storedOn follows a store into the object, or the reference to where it is
// loaded again.
func (x *flows) storedOn(n int32, f *frame, in *ir.Instr, into bool) {
	if into {
		x.reg(f, in.Args[1], n, note{})
		return
	}
	for _, l := range x.vs.get(x.arg(f, in.Args[0])).refs {
		for _, u := range x.locs[l].cell.readers {
			if u.frame < 0 {
				continue
			}
			if g, load := x.at(u); load.Op == ir.OpLoad {
				x.add(step{kind: handedOn, at: use{u.frame, g.fn.reg(u.instr)}, from: n})
			}
		}
	}
}

func (x *flows) capturedOn(n int32, f *frame, in *ir.Instr, reg int32) {
	for _, l := range x.vs.get(x.arg(f, in.Args[0])).refs {
		fn := x.locs[l].obj.fn
		if fn == nil {
			continue
		}
		for k, a := range in.Args[1:] {
			if a != (ir.Arg{Kind: ir.Reg, I: reg}) {
				continue
			}
			for _, g := range x.frames {
				if g.fn == fn {
					x.add(step{kind: handedOn, at: use{g.id, int32(len(fn.Params) + k)}, from: n})
				}
			}
		}
	}
}

// passedOn follows a reference into the functions that it is handed to.
func (x *flows) passedOn(n int32, f *frame, in *ir.Instr, i, reg int32) {
	for k, a := range operands(in) {
		if a != (ir.Arg{Kind: ir.Reg, I: reg}) {
			continue
		}
		for _, c := range f.callees(i) {
			g := x.frames[c.frame]
			if k < len(g.fn.Params) && len(g.fn.Params) == len(operands(in)) {
				x.add(step{kind: handedOn, at: use{g.id, int32(k)}, into: x.enter(n, use{f.id, i}, g.id), from: n})
			}
		}
		symbol := x.calledSymbol(f, in)
		if _, sink := x.w.Sink(symbol); len(f.callees(i)) == 0 && k == 0 && !sink {
			x.add(step{kind: writtenBy, at: use{f.id, i}, from: n})
		}
	}
}
