// Package eval evaluates a linked program in an abstract state: sparse
// conditional constant propagation (Wegman, Zadeck 1991) together with type
// propagation over reachable code (rapid type analysis, Bacon, Sweeney 1996),
// optimistically and to one fixpoint (Click, Cooper 1995).
//
// A Program is evaluated by Run in a State, which says what the switches are.
// A Run lists the sinks that were reached, and answers how control and data
// got there. Functions are evaluated once per tuple of abstract arguments
// (value contexts, Padhye, Khedker 2013), in frames.
package eval

import (
	"cmp"
	"sort"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// A SwitchKey identifies a switch.
type SwitchKey struct{ Kind, Key string }

// A State says what the switches are. The zero State is a fresh install: every
// switch is unset.
type State struct {
	Open      bool                 // every switch may have any value
	OpenOnly  map[SwitchKey]bool   // these may have any value
	Set       map[SwitchKey]string // these have that value
	Unset     map[SwitchKey]bool   // these are not set, whatever is open; of a function: it says no
	Calm      bool                 // what may fail succeeds, outside of loops
	Unsent    bool                 // it counts what the program does although it sends nothing
	Later     map[string][]string  // a later run: these files, which the program itself wrote, are there, with one of the texts; none: with what it writes
	Settings  *Settings            // the user's files that hold settings
	Limit     int                  // instructions that may be evaluated; 0 means maxSteps
	CallerAny bool                 // what callers give may be anything; else it is zero
}

// Roots says where control comes in.
type Roots struct {
	Programs []string // import paths of main packages
	Inits    []string // import paths of packages whose initialisation runs
	Exported []string // import paths of packages judged as a library
}

// maxContexts bounds the frames of one function (design: 16).
const maxContexts = 16

// maxSteps bounds the work of one run.
const maxSteps = 10_000_000

// eval is one run.
type eval struct {
	p     *Program
	w     *world.World
	state State

	vs       *values
	locs     []location
	objects  map[objKey]loc
	reads    map[readKey]struct{}
	recent   [recentSize]readKey // of reads
	looked   []loc
	waiting  []use // instructions that want to know what is absent
	last     []use // those that want to know what is absent when all else is decided
	settled  map[use]bool
	library  map[string]bool     // packages judged by their exported API
	bound    map[loc]*definition // destinations of definitions
	writes   map[string][]write  // the user's files that the program writes
	summed   map[loc]int         // by long array: how many of its parts its summary holds
	environs map[loc]bool        // maps of the environment
	kept     []bool              // by value: some cell holds it
	tied     map[loc][]use       // by struct: loads that look at each one which was copied there
	tagged   map[loc]fieldInfo   // cells whose default a field's tag sets

	fallbacks  []fallback // that nobody asked about yet
	unfound    []pending  // that nobody finds so far
	through    []int32    // frames that the question at hand went through
	initials   map[loc]*initial
	missed     map[fallback]bool
	settingsIn map[string]bool    // the user's files that a decoder reads
	opened     map[string][]int32 // where the user's files are opened
	unnamed    bool               // a decoder reads a file that has no name here

	forgotten map[loc]bool   // cells that a callback wrote instead
	decoded   map[loc]string // objects that a decoder fills, with the kind of source
	decodes   map[loc][]use  // the calls that fill them
	prefixes  map[loc]string // of those that a decoded pointer leads to, the pointer's own key

	frames   []*frame
	instrs   uint32 // in all frames
	keyBuf   []byte
	contexts []*contexts // by function
	work     []use
	slow     []use // what is evaluated again only when nothing else is left
	heavy    map[use]bool
	wishes   map[string]bool // commands that were asked for
	listed   map[sym]sdkNote // functions that were called
	passives map[string]bool // by import path: whether its functions set nothing going
	advances []blockUse
	begun    []blockUse // blocks that were reached, but for those that loosen knows are done
	here     use        // the instruction that is evaluated
	gated    bool       // the state has answers of functions
	noted    bool       // it is known as a reader of what it reads
	steps    int
	limit    int
	stopped  bool
	loosened int // times

	consulted map[SwitchKey]bool // switches that the state was asked about, see Same
	switches  map[SwitchKey]*SwitchUse
	sinks     map[use]*Reached
	order     []use // of sinks
	blind     map[use]string
	inits     map[use]*sdkInit // calls that start a listed SDK
	sends     map[use]string   // calls of a listed SDK's sending functions
	children  []use            // starts of the program's own executable
	unseen    map[use]bool     // calls of functions left out, see leftout.go
}

// A Place is where precision was lost.
type Place struct {
	Func  string
	Instr int32
	Why   string
}

// A frame is a function evaluated for one tuple of arguments.
type frame struct {
	id       int32
	fn       *function
	params   []val
	regs     []val
	read     []val   // by instruction that reads: where it read last
	progress []int32 // by block: the first instruction not done; -1: not reached
	edges    []uint8 // by block: bit i is set when successor i was taken
	queued   []uint64
	returns  bool
	result   val
	callers  []call
	first    uint32     // number of its first instruction in all frames
	changes  int        // how often anything of it grew
	called   [][]callee // by the number of the call in the function
	plainly  []bool     // by the same: whether the call yields what its callees return, and nothing else
	sharers  int        // call sites that share the frame
	joined   bool
	key      string
	closure  loc // that it is the frame of, if those of its function are told apart

	panics, rescues, recovers bool // see recover.go
}

// A call is an edge into a frame.
type call struct {
	from    use
	trigger string // "", or what starts it: timer, request, "command NAME", init
}

// callees are what an instruction calls.
func (f *frame) callees(i int32) []callee {
	if n := f.fn.callOf[i]; n >= 0 && f.called != nil {
		return f.called[n]
	}
	return nil
}

func (f *frame) addCallee(i int32, c callee) {
	if f.called == nil {
		f.called = make([][]callee, f.fn.ncalls)
	}
	n := f.fn.callOf[i]
	f.changes++
	f.called[n] = append(f.called[n], c)
}

// plain reports whether a call yields what its callees return, and nothing else.
func (f *frame) plain(i int32) bool {
	n := f.fn.callOf[i]
	return n >= 0 && f.plainly != nil && f.plainly[n]
}

func (f *frame) notePlain(i int32, is bool) {
	if f.plainly == nil {
		f.plainly = make([]bool, f.fn.ncalls)
	}
	f.plainly[f.fn.callOf[i]] = is
}

type callee struct {
	frame   int32
	trigger string
}

type contexts struct {
	byKey  map[string]int32
	joined int32 // frame of the joined context, or -1
	count  int
}

type blockUse struct {
	frame int32
	block int32
}

func newEval(p *Program, w *world.World, s State) *eval {
	return &eval{
		p: p, w: w, state: s, vs: newValues(), locs: []location{{obj: &object{}, edges: &edges{}}}, objects: map[objKey]loc{},
		reads: map[readKey]struct{}{}, settled: map[use]bool{}, heavy: map[use]bool{}, wishes: map[string]bool{}, listed: map[sym]sdkNote{}, passives: map[string]bool{}, sends: map[use]string{}, unseen: map[use]bool{}, decoded: map[loc]string{}, decodes: map[loc][]use{}, contexts: make([]*contexts, len(p.fns)),
		consulted: map[SwitchKey]bool{}, switches: map[SwitchKey]*SwitchUse{}, sinks: map[use]*Reached{}, blind: map[use]string{},
		limit: cmp.Or(s.Limit, maxSteps), gated: s.answers(),
	}
}

// answers reports whether a state says what functions answer.
func (s State) answers() bool {
	for k := range s.Set {
		if k.Kind == "function" {
			return true
		}
	}
	for k := range s.Unset {
		if k.Kind == "function" {
			return true
		}
	}
	return false
}

// run evaluates to the fixpoint: when nothing is left to do, cells that were
// looked at and never written get their zero value, and it goes on.
func (e *eval) run() {
	for {
		e.drain()
		if e.stopped || !e.rest() && !e.restLast() && !e.loosen() {
			return
		}
	}
}

func (e *eval) drain() {
	for !e.stopped {
		if n := len(e.advances); n > 0 {
			b := e.advances[n-1]
			e.advances = e.advances[:n-1]
			e.advance(e.frames[b.frame], b.block)
			continue
		}
		from := &e.work
		if len(e.work) == 0 {
			from = &e.slow
		}
		n := len(*from)
		if n == 0 {
			return
		}
		u := (*from)[n-1]
		*from = (*from)[:n-1]
		f := e.frames[u.frame]
		f.queued[u.instr>>6] &^= 1 << (u.instr & 63)
		e.again(f, u.instr)
	}
}

// manyCallees is how many callees a call has that is evaluated again only when no
// other work is left, once for all that its operands have grown by then.
const manyCallees = 8

// push asks for an instruction to be evaluated again.
func (e *eval) push(u use) {
	if u.frame < 0 {
		return // a root
	}
	f := e.frames[u.frame]
	if f.queued[u.instr>>6]&(1<<(u.instr&63)) != 0 {
		return
	}
	if blk := f.fn.blockOf[u.instr]; f.progress[blk] < u.instr {
		return // not reached yet
	}
	f.queued[u.instr>>6] |= 1 << (u.instr & 63)
	if len(f.callees(u.instr)) >= manyCallees || e.heavy[u] {
		e.slow = append(e.slow, u)
		return
	}
	e.work = append(e.work, u)
}

// again evaluates an instruction whose operands changed, and goes on after it
// if it had stopped its block.
func (e *eval) again(f *frame, i int32) {
	blk := f.fn.blockOf[i]
	if f.progress[blk] < i {
		return
	}
	if f.progress[blk] == i {
		e.advance(f, blk)
		return
	}
	e.step(f, i)
}

// advance evaluates a block from where it stopped. A call that has not
// returned stops it.
func (e *eval) advance(f *frame, blk int32) {
	b := &f.fn.Blocks[blk]
	for i := f.progress[blk]; i < b.End; i++ {
		if !e.step(f, i) {
			f.progress[blk] = i
			return
		}
		f.progress[blk] = i + 1
	}
}

// step evaluates one instruction. It reports false if control does not get
// past it.
func (e *eval) step(f *frame, i int32) bool {
	e.steps++
	if e.steps > e.limit {
		e.stopped = true
		return false
	}
	e.here = use{f.id, i}
	v, goesOn := e.instr(f, &f.fn.Instrs[i], i)
	e.set(f, f.fn.reg(i), v, i)
	return goesOn
}

// set joins v into a register and has its users evaluated again.
func (e *eval) set(f *frame, reg int32, v val, i int32) {
	old := f.regs[reg]
	nv := e.join(old, v, e.placeAt(f, i))
	if nv == old {
		return
	}
	f.regs[reg] = nv
	f.changes++
	for _, u := range f.fn.users[reg] {
		e.push(use{f.id, u})
	}
}

// placeAt numbers the place of an instruction, for values given up there.
func (e *eval) placeAt(f *frame, i int32) int32 { return f.fn.first + i }

// placeOf returns a numbered place; the zero Place where cells lost it between
// them.
func (p *Program) placeOf(n int32) Place {
	if n == 0 {
		return Place{}
	}
	at := sort.Search(len(p.fns), func(i int) bool { return p.fns[i].first > n }) - 1
	return Place{Func: p.fns[at].Symbol, Instr: n - p.fns[at].first}
}

// begin has a block evaluated that control reaches for the first time.
func (e *eval) begin(f *frame, blk int32) {
	f.progress[blk] = f.fn.Blocks[blk].Start
	e.advances = append(e.advances, blockUse{f.id, blk})
	e.begun = append(e.begun, blockUse{f.id, blk})
}

// take marks an edge of the control flow as executed.
func (e *eval) take(f *frame, blk int32, succ int) {
	if f.edges[blk]&(1<<succ) != 0 {
		return
	}
	f.edges[blk] |= 1 << succ
	f.changes++
	to := f.fn.Blocks[blk].Succs[succ]
	if f.progress[to] < 0 {
		e.begin(f, to)
		return
	}
	for i := f.fn.Blocks[to].Start; i < f.fn.Blocks[to].End && f.fn.Instrs[i].Op == ir.OpPhi; i++ {
		e.push(use{f.id, i})
	}
}

// taken reports whether control came to blk over its n-th predecessor.
func (f *frame) taken(blk, n int32) bool {
	pred := f.fn.Blocks[blk].Preds[n]
	seen := int32(0) // two edges can join the same two blocks
	for k := int32(0); k < n; k++ {
		if f.fn.Blocks[blk].Preds[k] == pred {
			seen++
		}
	}
	for s, to := range f.fn.Blocks[pred].Succs {
		if to == blk {
			if seen == 0 {
				return f.edges[pred]&(1<<s) != 0
			}
			seen--
		}
	}
	return false
}

// arg returns the value of an operand.
func (e *eval) arg(f *frame, a ir.Arg) val {
	switch a.Kind {
	case ir.Reg:
		return f.regs[a.I]
	case ir.Constant:
		return e.constVal(f.fn.unit.cst[a.I])
	case ir.Nil:
		return e.zero(f.fn.unit.typ[a.I])
	case ir.Function:
		s := f.fn.sym(a.I)
		if fn := e.p.fn(e.p.strs[s]); fn != nil {
			return e.refVal(e.codeObject(fn))
		}
		return e.refVal(e.object(objKey{kind: code, a: int32(s), b: -2}, 0, object{kind: code, name: e.p.strs[s]}))
	case ir.Variable:
		return e.refVal(e.variable(f.fn.sym(a.I)))
	}
	return bottom
}
