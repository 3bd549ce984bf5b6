package eval

import (
	"encoding/binary"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
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
	}
	e.bind(g, args)
	if closure != 0 {
		e.bindFree(g, closure, c.by, known && !g.joined)
	}
	if g.returns {
		c.join(e.answer(fn, g.result))
	}
}

// answer is what a function returns: what the state says if that has it for a
// gate, its zero if that shuts it.
func (e *eval) answer(fn *function, result val) val {
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

// frameFor returns the frame in which fn is evaluated for args. A call site
// whose arguments grew keeps its frame if it has it for itself.
func (e *eval) frameFor(c *callSite, fn *function, args []val, closure loc) *frame {
	ctx := e.contexts[fn.id]
	if ctx == nil {
		ctx = &contexts{byKey: map[string]int32{}, joined: -1}
		e.contexts[fn.id] = ctx
	}
	e.keyBuf = e.contextKey(e.keyBuf[:0], args, closure)
	if id, ok := ctx.byKey[string(e.keyBuf)]; ok {
		e.share(c, id)
		return e.frames[id]
	}
	key := string(e.keyBuf)
	for _, k := range c.f.callees(c.i) {
		g := e.frames[k.frame]
		if g.fn == fn && g.sharers == 1 && !g.joined && e.includes(args, g.params) {
			delete(ctx.byKey, g.key)
			g.key = key
			ctx.byKey[key] = g.id
			return g
		}
	}
	if ctx.joined >= 0 {
		return e.frames[ctx.joined]
	}
	g := e.newFrame(fn)
	ctx.count++
	if ctx.count > fn.contexts() {
		g.joined = true
		ctx.joined = g.id
		return g
	}
	g.key = key
	ctx.byKey[key] = g.id
	e.share(c, g.id)
	return g
}

// share counts the call sites that use a frame.
func (e *eval) share(c *callSite, id int32) {
	for _, k := range c.f.callees(c.i) {
		if k.frame == id {
			return
		}
	}
	e.frames[id].sharers++
}

// includes reports whether each of a holds what is in b.
func (e *eval) includes(a, b []val) bool {
	for i := range b {
		if e.join(a[i], b[i], 0) != a[i] {
			return false
		}
	}
	return true
}

// contextKey tells frames apart: by arguments that are a constant, a function,
// a type or a few objects.
func (e *eval) contextKey(b []byte, args []val, closure loc) []byte {
	for _, a := range args {
		b = binary.AppendVarint(b, int64(e.contextOf(a)))
	}
	if closure != 0 && len(e.locs[closure].obj.extra()) > 0 {
		b = binary.AppendVarint(b, int64(closure))
	}
	return b
}

const maxContextRefs = 4

func (e *eval) contextOf(v val) val {
	x := e.vs.get(v)
	if x.top == known && (len(x.consts) == 1 || len(x.dyns) > 0 || len(x.refs) > 0 && len(x.refs) <= maxContextRefs || x.onlyNil()) {
		return v
	}
	return bottom
}

// extra tells closures of one function apart by where they were made.
func (o object) extra() string {
	if o.kind == code && o.fn != nil && o.fn.FreeVars > 0 {
		return "closure"
	}
	return ""
}

func (e *eval) newFrame(fn *function) *frame {
	f := &frame{
		id: int32(len(e.frames)), fn: fn, params: make([]val, len(fn.Params)), regs: make([]val, fn.nregs),
		progress: make([]int32, len(fn.Blocks)), edges: make([]uint8, len(fn.Blocks)),
		queued: make([]uint64, len(fn.Instrs)/64+1), first: e.instrs,
	}
	e.instrs += uint32(len(fn.Instrs))
	for i := range f.progress {
		f.progress[i] = -1
	}
	e.frames = append(e.frames, f)
	return f
}

// bind joins arguments into a frame and starts it.
func (e *eval) bind(g *frame, args []val) {
	for i, a := range args {
		nv := e.join(g.params[i], a, 0)
		if nv != g.params[i] {
			g.params[i] = nv
			e.setInput(g, int32(i), nv)
		}
	}
	if g.progress[0] < 0 {
		g.progress[0] = 0
		e.advances = append(e.advances, blockUse{g.id, 0})
	}
}

// bindFree reads the captured variables; closure objects grow only where they
// are made, before they are called, or tell the frame's callers. noted says that
// the call reads them already.
func (e *eval) bindFree(g *frame, closure loc, by use, noted bool) {
	for n := range g.fn.FreeVars {
		c := e.child(closure, e.freeVar(int(n)), 0)
		reg := int32(len(g.fn.Params)) + n
		if !noted {
			e.noteReader(c, by)
		}
		if v := e.locs[c].cell.v; v != bottom {
			e.setInput(g, reg, v)
		}
	}
}

func (e *eval) setInput(g *frame, reg int32, v val) {
	nv := e.join(g.regs[reg], v, 0)
	if nv == g.regs[reg] {
		return
	}
	g.regs[reg] = nv
	for _, u := range g.fn.users[reg] {
		e.push(use{g.id, u})
	}
}

// handed calls what an unknown callee is given: a function, or every method of
// an interface value that is well known to be called.
func (c *callSite) handed(v val, trigger string) {
	x := *c.e.vs.get(v)
	for _, r := range x.refs {
		if obj := c.e.locs[r].obj; obj.kind == code && obj.fn != nil {
			c.callback(obj.fn, r, nil, trigger)
		}
	}
	for _, d := range x.dyns {
		c.handedDyn(d, trigger)
	}
}

func (c *callSite) handedDyn(d dyn, trigger string) {
	inner := *c.e.vs.get(d.v)
	for _, r := range inner.refs {
		if obj := c.e.locs[r].obj; obj.kind == code && obj.fn != nil {
			c.callback(obj.fn, r, nil, trigger)
		}
	}
	methods := c.e.p.types[d.typ].called
	if c.passive {
		methods = c.e.p.types[d.typ].looked
	}
	for _, fn := range methods {
		c.callback(fn, 0, []val{d.v}, trigger)
	}
}

// callback calls fn with arguments of the world; recv are those known.
func (c *callSite) callback(fn *function, closure loc, recv []val, trigger string) {
	inner := &callSite{e: c.e, f: c.f, in: c.in, i: c.i, by: c.by, waits: false}
	args := append([]val(nil), recv...)
	for i, a := range args {
		if a == bottom {
			args[i] = c.e.worldVal()
		}
	}
	for len(args) < len(fn.Params) {
		args = append(args, c.e.worldArg(fn, len(args)))
	}
	inner.enter(fn, args, closure, trigger)
}

// worldArg is an argument that the world gives.
func (e *eval) worldArg(fn *function, n int) val {
	return e.worldVal()
}

// noteSend notes a call of a listed SDK's sending function, by the symbol that
// the source names: a function, or an interface's method.
func (e *eval) noteSend(c *callSite) {
	var called sym
	switch {
	case c.in.Op == ir.OpInvoke || c.in.Op == ir.OpGoInvoke || c.in.Op == ir.OpDeferInvoke:
		called = c.f.fn.sym(c.in.Num)
	case c.in.Args[0].Kind == ir.Function:
		called = c.f.fn.sym(c.in.Args[0].I)
	default:
		return
	}
	listed, ok := e.listed[called]
	if !ok {
		listed = newSDKNote(e.w, e.p.strs[called])
		e.listed[called] = listed
	}
	if listed.sends {
		e.sends[c.by] = e.p.strs[called]
	}
	if listed.inits {
		e.noteInit(c, e.p.strs[called], listed.init)
	}
}

// sdkNote is what the list of SDKs says of a function.
type sdkNote struct {
	sends, inits bool
	init         world.Init
}

func newSDKNote(w *world.World, symbol string) sdkNote {
	var l sdkNote
	_, l.sends = w.SDKSend(symbol)
	l.init, l.inits = w.SDKInit(symbol)
	l.inits = l.inits && l.init.Arg >= 0
	return l
}

// An sdkInit is a call that gives an SDK its key.
type sdkInit struct {
	sdk   string
	keyed bool // the key may be something else than empty
	key   val
}

// noteInit notes with what key an SDK is started: without one it sends nothing.
func (e *eval) noteInit(c *callSite, symbol string, in world.Init) {
	n := in.Arg + 1
	if isMethod(symbol) {
		n++
	}
	if n >= len(c.in.Args) {
		return
	}
	sdk, ok := e.w.SDK(symbol[:strings.LastIndexByte(symbol, ':')])
	if !ok {
		return
	}
	v := e.arg(c.f, c.in.Args[n])
	if in.Field != "" {
		v = e.fieldNamed(v, in.Field, c.by)
	}
	if e.inits == nil {
		e.inits = map[use]*sdkInit{}
	}
	if e.inits[c.by] == nil {
		e.inits[c.by] = &sdkInit{sdk: sdk.Path}
	}
	k, single := e.single(v)
	e.inits[c.by].key = v
	e.inits[c.by].keyed = v != bottom && !(single && k.Text == "") && !e.vs.get(v).onlyNil()
}

// fieldNamed reads a field of a struct, or of what a pointer points to, by its
// bare name.
func (e *eval) fieldNamed(v val, name string, by use) val {
	var out val
	x := *e.vs.get(v)
	for _, r := range x.refs {
		for _, f := range e.p.types[e.locs[r].typ].fields {
			if f.name == name {
				out = e.join(out, e.loadCell(e.child(r, f.sym, f.typ), by), 0)
			}
		}
	}
	return e.join(out, e.unknownPart(&x), 0)
}
