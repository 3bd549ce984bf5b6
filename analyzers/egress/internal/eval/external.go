package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// A Reached is a sink that was reached: one call, in one frame.
type Reached struct {
	At     use
	Symbol string
	Sink   world.Sink
	recv   val // receiver, for methods
	args   []val
	Argv   []string // command and arguments of a child process; "*" unknown
	Host   string   // where the child process goes
}

// isMethod reports whether symbol names a method: import/path:Type.Method.
func isMethod(symbol string) bool {
	return strings.Contains(symbol[strings.LastIndexByte(symbol, ':')+1:], ".")
}

// split parts the receiver from the arguments.
func split(symbol string, args []val) (recv val, rest []val) {
	if isMethod(symbol) && len(args) > 0 {
		return args[0], args[1:]
	}
	return bottom, args
}

// external evaluates a call of a function without an analysed body.
func (c *callSite) external(symbol string, args []val) {
	c.modelled = true
	recv, rest := split(symbol, args)
	if s, ok := c.e.w.Sink(symbol); ok {
		if !c.carried(s, recv, rest) {
			c.sink(symbol, s, recv, rest)
		}
		c.resolver(s, recv)
		c.response(s)
		return
	}
	m, ok := c.e.w.Model(symbol)
	if !ok && c.e.p.leftOut(symbol) {
		c.leftOut(symbol, args)
		return
	}
	if !ok {
		c.passive = c.e.passive(symbol)
		for _, a := range args {
			c.handed(a, "")
		}
		c.passive = false
		c.join(c.e.unknownResult(c))
		return
	}
	(&modelCall{callSite: c, m: m, recv: recv, args: rest}).apply()
}

// passive reports whether a function sets nothing going of what it is handed.
func (e *eval) passive(symbol string) bool {
	path, _, _ := strings.Cut(symbol, ":")
	is, known := e.passives[path]
	if !known {
		is = e.w.Passive(path)
		e.passives[path] = is
	}
	return is
}

// response is what a sink returns: something that comes from the network, or
// an error.
func (c *callSite) response(s world.Sink) {
	v := c.e.join(c.e.worldVal(), c.e.refVal(c.e.source(fromNetwork, s.Kind)), 0)
	if s.Kind == "dial" {
		v = c.e.refVal(c.e.source(fromNetwork, s.Kind))
	}
	if t := &c.e.p.types[c.f.fn.unit.typ[c.in.Type]]; t.kind == ir.KTuple {
		c.join(c.e.tupleVal(v, c.e.worldVal(), c.e.worldVal()))
		return
	}
	c.join(c.e.worldVal())
}

// carried hands a request over to the transport that the program put into its
// client, if that is a RoundTripper of its own: what it does is evaluated, and
// the client itself then sends nothing. Nor does one whose dialler only knows
// the Unix networks.
func (c *callSite) carried(s world.Sink, recv val, args []val) bool {
	if s.Kind != "http" {
		return false
	}
	e := c.e
	own := false
	for _, r := range e.vs.get(recv).refs {
		for _, k := range e.locs[r].kids {
			if !world.TransportField(e.p.strs[e.locs[k].part]) {
				continue
			}
			e.noteReader(k, c.by)
			v := *e.vs.get(e.locs[k].cell.v)
			for _, d := range v.refs {
				own = own || e.dialsLocally(e.locs[d].obj.fn)
			}
			for _, d := range v.dyns {
				own = c.carrier(d, args) || own
			}
		}
	}
	return own
}

// carrier hands a request to a transport.
func (c *callSite) carrier(d dyn, args []val) bool {
	info := &c.e.p.types[d.typ]
	fn := info.impl[c.e.p.intern("RoundTrip")]
	if fn == nil {
		return c.carried(world.Sink{Kind: "http"}, d.v, args) // the standard library's, with its dialler
	}
	recv := []val{d.v}
	if len(args) > 0 {
		recv = append(recv, args[0])
	}
	c.callback(fn, 0, recv, "")
	return true
}

// dialsLocally reports whether a dialler names one of the Unix networks.
func (e *eval) dialsLocally(fn *function) bool {
	if fn == nil {
		return false
	}
	for i := range fn.Instrs {
		in := &fn.Instrs[i]
		if in.Op != ir.OpCall || in.Args[0].Kind != ir.Function {
			continue
		}
		symbol := e.p.strs[fn.sym(in.Args[0].I)]
		s, ok := e.w.Sink(symbol)
		n := 1 + s.Network
		if isMethod(symbol) {
			n++
		}
		if ok && s.Network >= 0 && n < len(in.Args) && in.Args[n].Kind == ir.Constant &&
			world.Local(e.p.consts[fn.unit.cst[in.Args[n].I]].Text) {
			return true
		}
	}
	return false
}

// sink records that a sink was reached. The Unix networks stay on the machine.
func (c *callSite) sink(symbol string, s world.Sink, recv val, args []val) {
	if s.Network >= 0 && s.Network < len(args) {
		if names, ok := c.e.strings(args[s.Network]); ok && allLocal(names) {
			return
		}
	}
	r, ok := c.e.sinks[c.by]
	if !ok {
		r = &Reached{At: c.by, Symbol: symbol, Sink: s, args: make([]val, len(args))}
		c.e.sinks[c.by] = r
		c.e.order = append(c.e.order, c.by)
	}
	r.recv = c.e.join(r.recv, recv, 0)
	for i := range args {
		if i < len(r.args) {
			r.args[i] = c.e.join(r.args[i], args[i], 0)
		}
	}
}

func allLocal(networks []string) bool {
	for _, n := range networks {
		if !world.Local(n) {
			return false
		}
	}
	return true
}

// unknownResult is what an unmodelled function returns.
func (e *eval) unknownResult(c *callSite) val { return e.worldVal() }

// A modelCall is a call of a modelled function.
type modelCall struct {
	*callSite
	m    world.Model
	recv val
	args []val

	within map[loc]bool // the commands that are looked into
}

// at returns the argument that a key of the model names.
func (c *modelCall) at(key string) val {
	n, ok := c.m.Arg(key)
	if !ok {
		return bottom
	}
	return c.nth(n)
}

func (c *modelCall) nth(n int) val {
	if n < 0 {
		return c.recv
	}
	if n < len(c.args) {
		return c.args[n]
	}
	return bottom
}

// apply does what the model says.
func (c *modelCall) apply() {
	switch c.m.Effect {
	case "env":
		c.env()
	case "calls":
		c.calls()
	case "same":
		c.yield(c.at("as"))
	case "say":
		for _, a := range c.args {
			c.handed(a, "")
		}
		c.yield(c.e.worldVal())
	case "delay", "fails", "some":
		c.join(c.e.someVal())
	case "exits": // control does not come back
	case "pure":
		c.pure()
	case "print":
		c.print()
	case "url":
		c.url()
	case "text":
		c.text()
	case "get":
		c.join(c.cellValue())
	case "put":
		c.put()
	case "swap":
		c.put()
		c.join(c.cellValue())
	case "process":
		c.process()
	case "start":
		c.start()
	case "decode":
		c.decode()
	case "file":
		c.file()
	case "write":
		c.write()
	case "mkdir":
		c.mkdir()
	case "ask":
		c.ask()
	case "read":
		c.read()
	case "consent":
		c.consent()
	case "home":
		c.join(c.e.tupleVal(c.e.strVal(c.m.Get("at")), c.e.nilVal()))
	case "join":
		c.joinPath()
	case "remember":
		c.remember()
	case "recall":
		c.recall()
	case "encode":
		c.encode()
	case "arguments":
		c.yield(c.e.refVal(c.e.source(fromArguments, "")))
	case "source":
		v := c.e.refVal(c.e.source(c.m.Get("is"), c.m.Symbol))
		if c.m.Get("is") == "pipe" {
			v = c.e.tupleVal(v, v)
		}
		c.yield(v)
	case "reflect":
		c.reflected()
	default:
		c.library()
	}
}

// results is the number of results that the call yields.
func (c *modelCall) results() int {
	t := &c.e.p.types[c.f.fn.unit.typ[c.in.Type]]
	if t.kind == ir.KTuple {
		return 2
	}
	return 1
}

// yield returns v, with something unknown for the other results.
func (c *modelCall) yield(v val) {
	if c.results() > 1 {
		v = c.e.tupleVal(v, c.e.worldVal(), c.e.worldVal())
	}
	c.join(v)
}

// resultType is the type of the call's result.
func (c *modelCall) resultType() typeID { return c.f.fn.unit.typ[c.in.Type] }

func (c *modelCall) env() {
	e := c.e
	keys, known := e.strings(c.at("key"))
	ok := c.m.Get("ok") != ""
	if !known {
		keys = append(keys, "?")
	}
	for _, k := range keys {
		key := SwitchKey{"env", k}
		if len(keys) > 1 && e.given(key) {
			keys = []string{k} // some turn of the loop asks for this one
			break
		}
	}
	for _, k := range keys {
		key := SwitchKey{"env", k}
		if at, set := e.w.Session(k); set && !e.given(key) {
			c.session(at, ok)
			continue
		}
		v := e.readSwitch(key, c.by, e.strVal(""), "", ir.KString)
		if !ok {
			c.join(v)
			continue
		}
		set := e.boolVal(false)
		if e.given(key) {
			set = e.boolVal(true)
		} else if e.open(key) {
			set = e.eitherBool()
		}
		c.join(e.tupleVal(v, set))
	}
}

// session yields a variable that a session sets: a directory of the user's, or
// something that nobody knows.
func (c *modelCall) session(at string, ok bool) {
	v, set := c.e.worldVal(), c.e.eitherBool()
	if at != "" {
		v, set = c.e.strVal(at), c.e.boolVal(true)
	}
	if ok {
		v = c.e.tupleVal(v, set)
	}
	c.join(v)
}

func (c *modelCall) calls() {
	for _, n := range c.m.Args("func") {
		c.handed(c.nth(n), c.m.Get("trigger"))
		for _, v := range c.e.items(c.nth(n), c.by) { // variadic
			c.handed(v, c.m.Get("trigger"))
		}
	}
	if n, ok := c.m.Arg("returns"); ok {
		c.join(c.nth(n))
		return
	}
	c.join(c.e.worldVal())
}

// url makes an object that remembers a URL: a request, or a *url.URL.
func (c *modelCall) url() {
	e := c.e
	l := e.object(objKey{modelled, c.f.id, c.i, "url"}, 0, object{kind: modelled, site: c.i, frame: c.f.id})
	e.grow(e.child(l, e.p.parts.url, 0), c.at("of"), 0)
	c.parsedURL(l)
	if c.m.Get("error") == "" {
		c.join(e.refVal(l))
		return
	}
	c.join(e.tupleVal(e.refVal(l), e.worldVal()))
}

func (c *modelCall) cellValue() val {
	var out val
	for _, r := range c.e.vs.get(c.at("of")).refs {
		out = c.e.join(out, c.e.load(c.atomicCell(r), c.by), 0)
	}
	return c.e.join(out, c.e.unknownPart(c.e.vs.get(c.at("of"))), 0)
}

// atomicCell is the cell of an atomic value, whatever its struct looks like.
func (c *modelCall) atomicCell(r loc) loc {
	if !c.e.isStruct(r) {
		return r
	}
	t := c.resultType()
	if c.m.Effect == "put" {
		t = 0
	}
	cell := c.e.child(r, c.e.p.intern("atomic()"), t)
	return cell
}

func (c *modelCall) put() {
	for _, r := range c.e.vs.get(c.at("of")).refs {
		cell := c.atomicCell(r)
		c.e.store(cell, c.at("value"), c.by, c.e.placeAt(c.f, c.i), nil)
	}
	if c.m.Effect == "put" {
		c.join(c.e.worldVal())
	}
}

// text is the URL of an object as text.
func (c *modelCall) text() {
	var out val
	for _, t := range c.e.urlTexts(c.at("of"), 0) {
		if len(t) <= maxPattern {
			out = c.e.join(out, c.e.strVal(squeeze(t+hole)), 0)
		}
	}
	lacks := true
	for _, r := range c.e.vs.get(c.at("of")).refs {
		c.e.watch(r, c.by)
		lacks = lacks && (out != bottom || c.e.mayLackText(c.by, r))
	}
	if out == bottom {
		if !lacks {
			return
		}
		out = c.e.worldVal()
	}
	c.yield(out)
}

// watch has an instruction evaluated again when the URL of an object changes.
func (e *eval) watch(l loc, by use) {
	e.noteReader(e.child(l, e.p.parts.url, 0), by)
	for _, k := range e.locs[l].kids {
		e.noteReader(k, by)
	}
}
