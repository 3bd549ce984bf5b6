package eval

import (
	"sort"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// A Flow is something that identifies, and how it comes to be sent.
type Flow struct {
	world.Identity
	Source   string // "os:Hostname", "file /etc/machine-id", "env USER", …
	At       Branch // where it is read or minted
	Turns    []Turn // what it is turned into on the way, in that order
	Carrier  string
	Position string   // the name of the header, parameter or field
	Names    []string // of the fields and keys that hold it on the way
	Makers   []string // of the functions that return it
	Stored   string   // the file that it is kept in on the way
	StoredAt Branch
	Bits     int      // of a random value; 0 where it is not known
	Calls    []Branch // whose results it is, from the inside out
	at       use
}

// A Turn is one function that turned a value into something else.
type Turn struct{ Symbol, Into string }

// flows walks back from what a site sends: through what values are computed
// from, the cells that they were loaded from, and what functions without an
// analysed body do to the objects that they are handed. It asks what a run has
// executed, so it follows data and not control. Where several ways lead from
// one source to a site, the shortest counts.
type flows struct {
	*Run
	on    map[int32]map[use]bool // frames between the site and its sink: the calls that count there
	steps []step
	seen  map[step]bool
	found map[flowKey]bool
	all   bool // also what is no identifier by itself
	into  []entry
	entry map[entry]int32
	out   []Flow
}

// An entry says by which call the walk has gone into a function. Coming out at
// a parameter it goes back to that call, and to no other caller.
type entry struct {
	call  use
	frame int32 // of the function
	up    int32 // the entry before; 0 is none
	depth int32
}

// maxEntries bounds the calls that are remembered at a time.
const maxEntries = 6

// maxFlow bounds the work for one site.
const maxFlow = 30_000

// maxDeep bounds the pointers that are followed in a row within what is sent.
const maxDeep = 5

// A step is a place on the way, with what it adds to the story.
type step struct {
	kind  stepKind
	at    use   // of a register: frame and number of the register
	loc   loc   // of a cell or object
	depth int32 // pointers followed
	index int32 // of several results; -1 is the only one
	into  int32 // the functions that were gone into
	from  int32 // the step before, towards the sink
	note  note
}

type stepKind uint8

const (
	inRegister stepKind = iota // the value is looked for
	inCell
	inObject  // and all that it points to
	handedOn  // a register with a reference whose object is not known: who writes into it is looked for
	writtenBy // a call that writes into an object
	resultOf  // a call
)

// A note is what a step adds to the story.
type note struct {
	turn    Turn
	carrier string
	key     string // the name of a header or parameter
	name    string // of a field or key
	fn      string // the name of a function
	stored  string // a file
	bits    int32
	cut     int32 // characters that are kept
	call    use
	called  bool
}

type flowKey struct {
	source string
	at     use
}

// Flows returns what identifies among what the uses of a site send, nearest to
// the sink first.
func (r *Run) Flows(s *Site) []Flow {
	r.invert()
	r.indexWriters()
	r.findKept()
	x := r.newFlows()
	for _, reached := range s.reached {
		x.between(s, reached.At)
		x.sink(reached)
	}
	if s.SDK != "" {
		for _, u := range append(append([]use(nil), s.Uses...), s.Inside...) {
			x.sdk(u)
		}
	}
	x.run()
	return x.out
}

func (r *Run) newFlows() *flows {
	return &flows{Run: r, on: map[int32]map[use]bool{}, seen: map[step]bool{}, found: map[flowKey]bool{}, into: make([]entry, 1), entry: map[entry]int32{}}
}

func (x *flows) run() {
	for n := 0; n < len(x.steps) && n < maxFlow; n++ {
		x.walk(int32(n))
	}
}

// findKept finds what is minted and then written to a file: that makes it an
// identifier, whether it is sent from there or at once.
func (r *Run) findKept() {
	if r.kept != nil {
		return
	}
	r.kept = map[use]keptIn{}
	r.writesOf("")
	names := sortedKeys(r.fileWrites)
	sort.SliceStable(names, func(i, j int) bool { return isUsers(names[i]) && !isUsers(names[j]) })
	for _, name := range names {
		x := r.newFlows()
		x.all = true
		x.writes(-1, name)
		x.run()
		for _, fl := range x.out {
			if _, ok := r.kept[fl.at]; !ok && fl.minted() {
				r.kept[fl.at] = keptIn{fl.Stored, fl.StoredAt}
			}
		}
	}
}

// keptIn is a file and where it is written.
type keptIn struct {
	file string
	at   Branch
}

// between notes the frames on the way from a site down to its sink: what their
// parameters hold is followed to this site, and to no other caller.
func (x *flows) between(s *Site, sink use) {
	ends := map[use]bool{}
	frames := map[int32]bool{}
	for _, u := range s.Uses {
		ends[u] = true
		frames[u.frame] = true
	}
	if frames[sink.frame] {
		return
	}
	seen := map[int32]bool{}
	var visit func(id int32) bool
	visit = func(id int32) bool {
		if seen[id] {
			return x.on[id] != nil
		}
		seen[id] = true
		for _, c := range x.frames[id].callers {
			if c.from.frame >= 0 && (ends[c.from] || !frames[c.from.frame] && visit(c.from.frame)) {
				if x.on[id] == nil {
					x.on[id] = map[use]bool{}
				}
				x.on[id][c.from] = true
			}
		}
		return x.on[id] != nil
	}
	visit(sink.frame)
}

// sink starts at what a sink is handed. What a connection is told is found by
// who writes into it.
func (x *flows) sink(r *Reached) {
	f, in := x.at(r.At)
	first := 1
	if isMethod(r.Symbol) && in.Op == ir.OpCall {
		first = 2 // a client is no message
		if r.Argv != nil {
			first = 1
		}
	}
	for n := first; n < len(in.Args); n++ {
		x.reg(f, in.Args[n], -1, x.carries(r.Symbol, f, in, n, carrierOf(r)))
	}
	switch r.Sink.Kind {
	case "dial", "rpc", "mail", "syslog":
		x.add(step{kind: handedOn, at: use{f.id, f.fn.reg(r.At.instr)}, from: -1, note: note{carrier: "connection"}})
	}
}

// carrierOf is what a sink's arguments travel in unless the data say more.
func carrierOf(r *Reached) string {
	switch {
	case r.Argv != nil:
		return "argument"
	case r.Sink.Kind == "lookup":
		return "name"
	case r.Sink.Kind == "http":
		return ""
	}
	return "connection"
}

// sdk starts at what a function of a listed SDK is handed.
func (x *flows) sdk(u use) {
	f, in := x.at(u)
	for n := range in.Args {
		if n > 0 || in.Op != ir.OpCall {
			x.reg(f, in.Args[n], -1, note{carrier: "body"})
		}
	}
}

// carries is the note of an operand of a call that carries a value away.
func (x *flows) carries(symbol string, f *frame, in *ir.Instr, n int, otherwise string) note {
	shift := 1
	if isMethod(symbol) && in.Op == ir.OpCall {
		shift = 2
	} else if isMethod(symbol) {
		shift = 1
	}
	out := note{carrier: otherwise}
	for _, c := range x.w.Carriers(symbol) {
		if c.Arg+shift != n {
			continue
		}
		out.carrier = c.Name
		if k := c.Key + shift; c.Key >= 0 && k < len(in.Args) {
			out.key = x.constOf(f, in.Args[k])
		}
	}
	return out
}

// constOf is the text of an operand that is one constant, or "".
func (x *flows) constOf(f *frame, a ir.Arg) string {
	if k, ok := x.single(x.arg(f, a)); ok && !isPattern(k.Text) {
		return k.Text
	}
	return ""
}

// enter remembers a call that the walk goes into.
func (x *flows) enter(from int32, call use, frame int32) int32 {
	up := x.steps[from].into
	e := entry{call, frame, up, x.into[up].depth + 1}
	if e.depth > maxEntries {
		return 0
	}
	n, ok := x.entry[e]
	if !ok {
		n = int32(len(x.into))
		x.entry[e] = n
		x.into = append(x.into, e)
	}
	return n
}

// add takes a step, in the functions where the step before stands unless it
// says otherwise.
func (x *flows) add(s step) {
	if s.into == 0 && s.from >= 0 {
		s.into = x.steps[s.from].into
	}
	if s.into < 0 {
		s.into = 0
	}
	key := s
	key.from, key.note, key.depth = 0, note{}, 0
	if !x.seen[key] {
		x.seen[key] = true
		x.steps = append(x.steps, s)
	}
}

// reg follows an operand.
func (x *flows) reg(f *frame, a ir.Arg, from int32, n note) {
	switch a.Kind {
	case ir.Reg:
		x.add(step{kind: inRegister, at: use{f.id, a.I}, index: -1, from: from, note: n})
	case ir.Variable:
		for _, l := range x.vs.get(x.arg(f, a)).refs {
			x.add(step{kind: inObject, loc: l, from: from, note: n})
		}
	}
}

func (x *flows) walk(n int32) {
	s := x.steps[n]
	switch s.kind {
	case inRegister:
		x.register(n, s)
	case inCell:
		x.cell(n, s.loc)
	case inObject:
		x.object(n, s)
	case handedOn:
		x.handedOn(n, s)
	case writtenBy:
		x.written(n, s.at)
	case resultOf:
		x.call(n, s)
	}
}

// register looks for what a register holds: where it comes from, and who
// writes into the object that it refers to.
func (x *flows) register(n int32, s step) {
	f := x.frames[s.at.frame]
	r := s.at.instr
	typ := x.typeOfReg(f, r)
	if typ != nil && typ.key == "context.Context" {
		return // carries deadlines, and values for this process
	}
	switch {
	case r < int32(len(f.fn.Params)):
		x.param(n, f, r)
	case r < int32(f.fn.NumRegs()):
		x.captured(n, f, r-int32(len(f.fn.Params)))
	default:
		x.define(n, f, r-int32(f.fn.NumRegs()))
	}
	if typ != nil && isScalar(typ.kind) {
		return
	}
	if !x.point(n, x.frames[s.at.frame].regs[r], s.depth) {
		x.add(step{kind: handedOn, at: s.at, from: n})
	}
}

func isScalar(k ir.Kind) bool {
	return k == ir.KBool || k == ir.KInt || k == ir.KFloat || k == ir.KString
}

// typeOfReg is the type of a register; nil where it is not known.
func (x *flows) typeOfReg(f *frame, r int32) *typeInfo {
	t := int32(0)
	switch n := int32(f.fn.NumRegs()); {
	case r < int32(len(f.fn.Params)):
		t = f.fn.Params[r].Type
	case r >= n:
		t = f.fn.Instrs[r-n].Type
	}
	if t == 0 {
		return nil
	}
	return &x.p.types[f.fn.unit.typ[t]]
}

// point follows the objects that a value refers to. It reports whether there
// are any.
func (x *flows) point(from int32, v val, depth int32) bool {
	out := false
	info := x.vs.get(v)
	for _, l := range info.refs {
		if x.locs[x.root(l)].obj.source != "" || x.locs[l].obj.kind == code {
			continue
		}
		out = true
		if depth < maxDeep {
			x.add(step{kind: inObject, loc: l, depth: depth + 1, from: from})
		}
	}
	for _, d := range info.dyns {
		if x.p.types[d.typ].key != "*net/http.Client" {
			out = x.point(from, d.v, depth) || out
		}
	}
	return out
}

// param follows a parameter to the callers: those on the way from the site.
func (x *flows) param(n int32, f *frame, r int32) {
	only := x.on[f.id]
	at := x.into[x.steps[n].into]
	inside := x.steps[n].into > 0 && at.frame == f.id
	var been map[int32]bool
	if !inside && only == nil && len(f.callers) > 1 {
		been = x.been(n, f)
	}
	for _, c := range f.callers {
		if c.from.frame < 0 || only != nil && !only[c.from] || inside && c.from != at.call || been != nil && !been[c.from.frame] {
			continue
		}
		g, in := x.at(c.from)
		if a, ok := operandFor(g, in, f.fn, r); ok && a.Kind == ir.Reg {
			s := step{kind: inRegister, at: use{g.id, a.I}, index: -1, from: n}
			if inside {
				s.into = outer(at.up)
			}
			x.add(s)
		}
	}
}

// been returns the callers of a function that the walk comes from, if it comes
// from some. An object made in a function that many call is one for all of
// them, so by way of it the walk would come out at each. What is held by a
// package variable may be anybody's.
func (x *flows) been(n int32, f *frame) map[int32]bool {
	on := map[int32]bool{}
	for ; n >= 0; n = x.steps[n].from {
		switch s := x.steps[n]; s.kind {
		case inCell, inObject:
			if x.locs[x.root(s.loc)].obj.kind == variable {
				return nil
			}
		default:
			on[s.at.frame] = true
		}
	}
	for _, c := range f.callers {
		if on[c.from.frame] {
			return on
		}
	}
	return nil
}

// outer is the entry of a step that comes out of a function: none is -1.
func outer(up int32) int32 {
	if up == 0 {
		return -1
	}
	return up
}

// captured follows a captured variable to where the closure is made.
func (x *flows) captured(n int32, f *frame, free int32) {
	for _, u := range x.closures[f.fn.id] {
		g, in := x.at(u)
		if int(free)+1 < len(in.Args) {
			x.reg(g, in.Args[free+1], n, note{})
		}
	}
}

// define follows a register to the operands of the instruction that computes
// it.
func (x *flows) define(n int32, f *frame, i int32) {
	in := &f.fn.Instrs[i]
	u := use{f.id, i}
	switch in.Op {
	case ir.OpPhi:
		for k, a := range in.Args {
			if f.taken(f.fn.blockOf[i], int32(k)) {
				x.reg(f, a, n, note{})
			}
		}
	case ir.OpBinOp:
		if in.Sub < ir.Eql {
			x.reg(f, in.Args[0], n, note{})
			x.reg(f, in.Args[1], n, note{})
		}
	case ir.OpNeg, ir.OpConvert, ir.OpCopy, ir.OpBox, ir.OpAssert, ir.OpRange:
		x.reg(f, in.Args[0], n, note{})
	case ir.OpSlice:
		x.reg(f, in.Args[0], n, note{cut: x.cutTo(f, in)})
	case ir.OpExtract:
		x.extracted(n, f, in)
	case ir.OpFieldAddr, ir.OpField, ir.OpLoad:
		x.loaded(n, f, in, u)
	case ir.OpIndex, ir.OpLookup, ir.OpRecv, ir.OpSelect, ir.OpNext, ir.OpIndexAddr:
		x.read(n, f, in, u, note{})
	case ir.OpCall, ir.OpInvoke:
		x.add(step{kind: resultOf, at: u, index: -1, from: n})
	}
}

// cutTo is how many characters or bytes a slice with constant bounds keeps.
func (x *flows) cutTo(f *frame, in *ir.Instr) int32 {
	bound := func(k int) (int, bool) {
		if k >= len(in.Args) || in.Args[k].Kind == ir.None {
			return 0, false
		}
		return atoi(x.constOf(f, in.Args[k]))
	}
	low, _ := bound(1)
	high, ok := bound(2)
	if !ok {
		return 0
	}
	return int32(max(high-low, 0))
}

// extracted follows one of several results.
func (x *flows) extracted(n int32, f *frame, in *ir.Instr) {
	a := in.Args[0]
	if a.Kind != ir.Reg || a.I < int32(f.fn.NumRegs()) {
		x.reg(f, a, n, note{})
		return
	}
	i := a.I - int32(f.fn.NumRegs())
	if op := f.fn.Instrs[i].Op; op != ir.OpCall && op != ir.OpInvoke {
		x.reg(f, a, n, note{})
		return
	}
	if f.calls[i] == nil && x.p.types[f.fn.unit.typ[in.Type]].isError {
		return // an error of the world tells no machine from another
	}
	x.add(step{kind: resultOf, at: use{f.id, i}, index: in.Num, from: n})
}

// loaded follows a load to the cells, and asks what the data say of the fields
// and variables that it names.
func (x *flows) loaded(n int32, f *frame, in *ir.Instr, u use) {
	name := ""
	for at := in; ; {
		symbol := ""
		if at.Op == ir.OpFieldAddr || at.Op == ir.OpField {
			symbol = x.p.strs[f.fn.sym(at.Sym)]
			if name == "" {
				name = lastName(symbol)
			}
			if id, ok := x.w.IdentityField(symbol); ok {
				x.source(n, u, id, symbol)
				return
			}
		}
		a := at.Args[0]
		if a.Kind == ir.Variable {
			if x.variableSource(n, f, a, u) {
				return
			}
			break
		}
		if a.Kind != ir.Reg || a.I < int32(f.fn.NumRegs()) {
			break
		}
		at = &f.fn.Instrs[a.I-int32(f.fn.NumRegs())]
		if at.Op != ir.OpFieldAddr && at.Op != ir.OpField {
			break
		}
	}
	x.read(n, f, in, u, note{name: name})
}

func (x *flows) variableSource(n int32, f *frame, a ir.Arg, u use) bool {
	symbol := x.p.strs[f.fn.sym(a.I)]
	id, ok := x.w.Identity(symbol)
	if ok {
		x.source(n, u, id, symbol)
	}
	return ok
}

// read follows the cells that an instruction reads; where none is known, what
// it reads from.
func (x *flows) read(n int32, f *frame, in *ir.Instr, u use, with note) {
	cells := 0
	for _, l := range x.readBy[u] {
		if x.locs[x.root(l)].obj.source == "" {
			x.add(step{kind: inCell, loc: l, from: n, note: with})
			cells++
		}
	}
	if cells == 0 && len(in.Args) > 0 {
		x.reg(f, in.Args[0], n, with)
	}
}

// cell follows a cell to what was stored there, and to who may have written
// into the object that it is part of.
func (x *flows) cell(n int32, l loc) {
	if x.neutral(l) {
		return
	}
	for _, u := range x.locs[l].cell.stores {
		if u.frame >= 0 {
			x.stored(n, u)
		}
	}
	for _, s := range x.ins[l] {
		x.add(step{kind: inCell, loc: s, from: n})
	}
	for _, s := range x.locs[l].sources {
		x.add(step{kind: inCell, loc: s.at, from: n})
	}
	for p := l; p != 0; p = x.locs[p].parent {
		for _, u := range x.writers[p] {
			x.add(step{kind: writtenBy, at: u, from: n})
		}
	}
}

// neutral reports whether the data say of a field that it tells nobody apart.
func (x *flows) neutral(l loc) bool {
	for ; l != 0; l = x.locs[l].parent {
		if id, ok := x.w.IdentityField(x.p.strs[x.locs[l].part]); ok {
			return id.Class == "neutral"
		}
	}
	return false
}

// stored follows what an instruction stores.
func (x *flows) stored(n int32, u use) {
	f, in := x.at(u)
	switch in.Op {
	case ir.OpStore, ir.OpSend:
		x.reg(f, in.Args[1], n, note{})
	case ir.OpMapUpdate:
		x.reg(f, in.Args[2], n, x.updates(f, in))
	case ir.OpSelect:
		for k := 1; k < len(in.Args); k += 2 {
			x.reg(f, in.Args[k], n, note{})
		}
	case ir.OpCall, ir.OpInvoke, ir.OpDefer, ir.OpDeferInvoke, ir.OpGo, ir.OpGoInvoke:
		x.add(step{kind: writtenBy, at: u, from: n})
	}
}

// updates is the note of a map's new element: maps such as http.Header carry.
func (x *flows) updates(f *frame, in *ir.Instr) note {
	out := note{name: x.constOf(f, in.Args[1])}
	a := in.Args[0]
	if a.Kind != ir.Reg {
		return out
	}
	if t := x.typeOfReg(f, a.I); t != nil && t.symbol != "" {
		for _, c := range x.w.Carriers(t.symbol + ".Set") {
			out.carrier, out.key = c.Name, out.name
		}
	}
	return out
}

// object follows all parts of an object, and what they point to.
func (x *flows) object(n int32, s step) {
	switch x.locs[s.loc].obj.kind {
	case code, zeroes:
		return
	}
	x.cell(n, s.loc)
	x.parts(n, s.loc, s.depth)
}

func (x *flows) parts(n int32, l loc, depth int32) {
	x.point(n, x.locs[l].cell.v, depth)
	for _, src := range x.locs[l].sources {
		x.add(step{kind: inObject, loc: src.at, depth: depth, from: n})
	}
	made := x.locs[x.root(l)].obj.kind == modelled
	for _, k := range x.locs[l].kids {
		part := x.p.strs[x.locs[k].part]
		x.add(step{kind: inObject, loc: k, depth: depth, from: n, note: note{name: partName(part), carrier: x.w.Part(part)}})
		if made { // what a library put there is known by who reads it
			for _, u := range x.locs[k].cell.readers {
				if u.frame >= 0 {
					x.add(step{kind: handedOn, at: use{u.frame, x.frames[u.frame].fn.reg(u.instr)}, from: n, note: note{carrier: x.w.Part(part)}})
				}
			}
		}
	}
}
