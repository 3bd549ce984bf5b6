package eval

import (
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// callInstr evaluates a call. It reports false while no callee has returned;
// go and defer never wait.
func (e *eval) callInstr(f *frame, in *ir.Instr, i int32) (val, bool) {
	waits := in.Op == ir.OpCall || in.Op == ir.OpInvoke
	args := make([]val, len(in.Args)-1)
	for n, a := range in.Args[1:] {
		args[n] = e.arg(f, a)
		if args[n] == bottom && a.Kind != ir.None {
			return bottom, !waits
		}
	}
	c := &callSite{e: e, f: f, in: in, i: i, by: use{f.id, i}, waits: waits}
	e.noteSend(c)
	switch {
	case in.Args[0].Kind == ir.Builtin:
		v, ok := e.builtin(c, e.p.strs[f.fn.sym(in.Args[0].I)], args)
		return v, ok || !waits
	case in.Op == ir.OpInvoke || in.Op == ir.OpGoInvoke || in.Op == ir.OpDeferInvoke:
		c.invoke(e.arg(f, in.Args[0]), args)
	default:
		c.dynamic(e.arg(f, in.Args[0]), args, "")
	}
	f.notePlain(i, !c.modelled)
	return e.calm(f, in, i, c.result), c.returned || !waits
}

// A callSite collects what the callees of one call do.
type callSite struct {
	e        *eval
	f        *frame
	in       *ir.Instr
	i        int32
	by       use
	waits    bool
	passive  bool // the callee sets nothing going of what it is handed
	trigger  string
	result   val
	returned bool
	modelled bool // something else than the results of callees went into it
}

func (c *callSite) join(v val) {
	c.result = c.e.join(c.result, v, c.e.placeAt(c.f, c.i))
	c.returned = true
}

// dynamic calls every function that fn may be.
func (c *callSite) dynamic(fn val, args []val, trigger string) {
	if fn == bottom {
		return
	}
	v := *c.e.vs.get(fn)
	for _, r := range v.refs {
		obj := c.e.locs[r].obj
		switch {
		case obj.kind == code && obj.fn != nil:
			c.enter(obj.fn, args, r, trigger)
		case obj.kind == code:
			c.external(obj.name, args)
		}
	}
	if v.top != known || v.some {
		c.unknown(&v, args)
	}
}

// unknown calls something that nobody can name: it may call what it is handed.
func (c *callSite) unknown(v *value, args []val) {
	c.modelled = true
	if v.top == givenUp {
		c.e.blind[c.by] = "call"
	}
	for _, a := range args {
		c.handed(a, "")
	}
	c.join(c.e.unknownResult(c))
}

// invoke calls a method of every dynamic type that the receiver may have.
func (c *callSite) invoke(recv val, args []val) {
	if recv == bottom {
		return
	}
	e := c.e
	v := *e.vs.get(recv)
	name := c.f.fn.sym(c.in.Sym)
	for _, d := range v.dyns {
		c.method(d.typ, d.v, name, args)
	}
	if len(e.sourceOf(recv)) > 0 { // a connection that was made elsewhere
		c.modelled = true
		for _, a := range args {
			c.handed(a, "")
		}
		c.join(e.worldVal())
		return
	}
	if len(v.refs) > 0 { // a type parameter: the value itself, not boxed
		c.typeParam(v.refs, recv, name, args)
	}
	if v.top != known || v.some {
		c.injected(recv, args)
	}
}

// method calls one method of a concrete type.
func (c *callSite) method(t typeID, recv val, name sym, args []val) {
	info := &c.e.p.types[t]
	all := append([]val{recv}, args...)
	if fn := info.impl[name]; fn != nil {
		c.enter(fn, all, 0, c.trigger)
		return
	}
	symbol, ok := info.methods[name]
	if !ok {
		if info.symbol == "" {
			return
		}
		symbol = info.symbol + "." + c.e.p.strs[name]
	}
	if fn := c.e.p.fn(symbol); fn != nil {
		c.enter(fn, all, 0, c.trigger)
		return
	}
	c.external(symbol, all)
}

// typeParam calls the method by the type of the objects that the receiver
// points to.
func (c *callSite) typeParam(refs []loc, recv val, name sym, args []val) {
	done := map[string]bool{}
	for _, r := range refs {
		symbol := c.e.p.types[c.e.locs[r].typ].symbol + "." + c.e.p.strs[name]
		if done[symbol] {
			continue
		}
		done[symbol] = true
		if fn := c.e.p.fn(symbol); fn != nil {
			c.enter(fn, append([]val{recv}, args...), 0, c.trigger)
		}
	}
}

// injected calls a method of a value that came from outside: what it does is
// decided where it is injected.
func (c *callSite) injected(recv val, args []val) {
	symbol := c.e.p.strs[c.f.fn.sym(c.in.Num)]
	c.external(symbol, append([]val{recv}, args...))
}

// enter evaluates a function with a body in the frame for these arguments.
func (c *callSite) enter(fn *function, args []val, closure loc, trigger string) {
	e := c.e
	if fn.modelled {
		c.external(fn.Symbol, args)
		return
	}
	if fn.tags != "" {
		c.modelled = true
		c.tagDefaults(fn.tags, args)
	}
	for len(args) < len(fn.Params) {
		args = append(args, e.worldVal())
	}
	args = args[:len(fn.Params)]
	g := e.frameFor(c, fn, args, closure)
	key := callee{frame: g.id, trigger: trigger}
	known := c.knows(key)
	if !known {
		c.f.addCallee(c.i, key)
		g.callers = append(g.callers, call{from: c.by, trigger: trigger})
		g.changes++
		e.unwind(c.by, g)
	}
	e.bind(g, args)
	if closure != 0 {
		e.bindFree(g, closure, c.by, known && !g.joined)
	}
	if g.returns {
		c.join(e.answer(fn, g.result))
	}
}

// returned tells a caller that one of its callees returns more. Where nothing
// but the results of callees goes into that of the call, it is joined with the
// result that there is: calls of methods that many types have are most of the
// work in programs with an interpreter within.
func (e *eval) returned(u use, g *frame) {
	if u.frame < 0 {
		return
	}
	f, in := e.at(u)
	done := f.progress[f.fn.blockOf[u.instr]] > u.instr
	if !done || !f.plain(u.instr) || e.state.Calm && e.p.types[f.fn.unit.typ[in.Type]].isError {
		e.push(u)
		return
	}
	e.set(f, f.fn.reg(u.instr), e.answer(g.fn, g.result), u.instr)
}

// answer is what a function returns: what the state says if that has it for a
// gate, its zero if that shuts it.
func (e *eval) answer(fn *function, result val) val {
	if !e.gated {
		return result
	}
	key := SwitchKey{"function", fn.Symbol}
	text, given := e.state.Set[key]
	if !given && !e.state.Unset[key] {
		return result
	}
	one := func(t int32, was val) val {
		typ := fn.unit.typ[t]
		switch kind := e.p.types[typ].kind; {
		case !answers(kind):
			return was
		case given:
			return e.typed(text, kind)
		}
		return e.zero(typ)
	}
	v := *e.vs.get(result)
	if len(v.tuple) == 0 {
		return one(fn.Results[0], result)
	}
	v.tuple = slices.Clone(v.tuple)
	for i := range v.tuple {
		v.tuple[i] = one(fn.Results[i], v.tuple[i])
	}
	return e.vs.intern(v)
}

// answers reports whether a gate may answer by a value of that kind.
func answers(kind ir.Kind) bool { return kind == ir.KBool || kind == ir.KInt || kind == ir.KString }

func (c *callSite) knows(k callee) bool {
	for _, x := range c.f.callees(c.i) {
		if x.frame == k.frame && x.trigger == k.trigger {
			return true
		}
	}
	return false
}
