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
	Made     Branch   // where what is kept was there, if the function that keeps it was handed it
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
	seen  map[place]bool
	found map[flowKey]bool
	all   bool // also what is no identifier by itself
	into  []entry
	entry map[entry]int32
	pairs []pairing
	limit int // steps that are walked; others need not be kept
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
	last  last  // only the last element of the path that is there counts
	into  int32 // the functions that were gone into
	pair  int32 // of a file and the entry of a map; 0 is none
	from  int32 // the step before, towards the sink
	note  note
}

// A place is a step without what it adds to the story: each is gone to once. It is
// packed, as large programs have millions: 3 bits for the kind, 2 for last, 16 for
// the index, 19 for the pair and 24 for the functions that were gone into.
type place struct{ where, how uint64 }

func (s *step) place() place {
	where := uint64(s.loc)
	if s.kind != inCell && s.kind != inObject {
		where = uint64(s.at.frame)<<32 | uint64(uint32(s.at.instr))
	}
	return place{where, uint64(s.kind) | uint64(s.last)<<3 | uint64(uint16(s.index))<<5 | uint64(s.pair)<<21 | uint64(s.into)<<40}
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
	x.walkFrom(0)
	return x.out
}

func (r *Run) newFlows() *flows {
	return &flows{Run: r, on: map[int32]map[use]bool{}, seen: map[place]bool{}, found: map[flowKey]bool{}, into: make([]entry, 1), entry: map[entry]int32{}, pairs: make([]pairing, 1), limit: maxFlow}
}

// walkFrom walks on from a step that was added.
func (x *flows) walkFrom(first int) {
	for n := first; n < len(x.steps); n++ {
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
	x := r.newFlows()
	x.all = true
	for _, name := range names { // one walk: what leads to an earlier file is found already
		first := len(x.steps)
		x.limit = first + maxFlow
		x.writes(-1, name)
		x.walkFrom(first)
	}
	for _, fl := range x.out {
		if _, ok := r.kept[fl.at]; !ok && fl.minted() {
			r.kept[fl.at] = keptIn{fl.Stored, fl.StoredAt, fl.Made}
		}
	}
}

// keptIn is a file and where it is written.
type keptIn struct {
	file     string
	at, made Branch
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
	if s.last == asBefore && s.from >= 0 {
		s.last = x.steps[s.from].last
	}
	if s.pair == 0 && s.from >= 0 {
		s.pair = x.steps[s.from].pair
	}
	if s.pair < 0 {
		s.pair = 0
	}
	if len(x.steps) >= x.limit {
		return
	}
	if p := s.place(); !x.seen[p] {
		x.seen[p] = true
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
