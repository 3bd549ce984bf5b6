package eval

import "encoding/binary"

// frameFor returns the frame in which fn is evaluated for args. A call site
// whose arguments grew keeps its frame if it has it for itself; another closure
// of the function that it calls has a frame of its own.
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
		if g.fn == fn && g.closure == e.told(closure) && g.sharers == 1 && !g.joined && e.includes(args, g.params) {
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
	g.key, g.closure = key, e.told(closure)
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
	if c := e.told(closure); c != 0 {
		b = binary.AppendVarint(b, int64(c))
	}
	return b
}

// told is a closure if it is told apart from others of its function by what it
// captured; 0 if not.
func (e *eval) told(closure loc) loc {
	if closure == 0 {
		return 0
	}
	if o := e.locs[closure].obj; o.kind != code || o.fn == nil || o.fn.FreeVars == 0 {
		return 0
	}
	return closure
}

const maxContextRefs = 4

func (e *eval) contextOf(v val) val {
	x := e.vs.get(v)
	if x.top == known && (len(x.consts) == 1 || len(x.dyns) > 0 || len(x.refs) > 0 && len(x.refs) <= maxContextRefs || x.onlyNil()) {
		return v
	}
	return bottom
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
		e.begin(g, 0)
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
	g.changes++
	for _, u := range g.fn.users[reg] {
		e.push(use{g.id, u})
	}
}
