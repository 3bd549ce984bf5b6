package situation

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxFrames bounds for how many combinations of arguments a function is
// evaluated; the next ones share one frame.
const maxFrames = 16

// maxRounds bounds the work of one run.
const maxRounds = 20000

// A Run is a finished evaluation.
type Run struct {
	m       *Model
	s       Situation
	cells   map[any]val
	readers map[any][]*frame
	frames  map[*ssa.Function][]*frame
	made    map[types.Type]bool // put into an interface
	filled  map[*ssa.Alloc]bool // by a function without code here
	queue   []*frame

	numbered map[*types.Var]bool // fields in which a decoder puts a known number
	stopped  bool
}

// A frame is a function with what is known of its arguments.
type frame struct {
	fn      *ssa.Function
	args    []val
	regs    map[ssa.Value]val
	tuples  map[ssa.Value][]val
	blocks  []bool
	edges   map[[2]int]bool
	results []val
	returns bool
	queued  bool
	callers map[*frame]bool
}

// instantiated is the cell of the types that were put into interfaces.
type instantiated struct{}

// part is a field of an object that is made in one place.
type part struct {
	alloc *ssa.Alloc
	field int
}

// Evaluate finds what is reached in a situation.
func (m *Model) Evaluate(s Situation) *Run {
	r := &Run{
		m: m, s: s, cells: map[any]val{}, readers: map[any][]*frame{},
		frames: map[*ssa.Function][]*frame{}, made: map[types.Type]bool{}, filled: map[*ssa.Alloc]bool{}, numbered: map[*types.Var]bool{},
	}
	if s.Earlier != nil {
		for cell, v := range s.Earlier.cells {
			if _, ok := cell.(*types.Var); ok {
				r.cells[cell] = v
			}
		}
		for _, t := range s.Earlier.types() {
			r.instantiate(t)
		}
	}
	for _, fn := range m.Program.Funcs {
		if m.Root(fn) {
			r.enter(nil, fn, unknowns(fn))
		}
	}
	for rounds := 0; len(r.queue) > 0; rounds++ {
		if rounds > maxRounds {
			r.stopped = true
			break
		}
		f := r.queue[0]
		r.queue = r.queue[1:]
		f.queued = false
		r.evaluate(f)
	}
	return r
}

// types are those that were put into interfaces, in a fixed order.
func (r *Run) types() []types.Type {
	var all []types.Type
	for _, fn := range r.m.Program.Funcs {
		for _, b := range fn.Blocks {
			for _, i := range b.Instrs {
				if m, ok := i.(*ssa.MakeInterface); ok && r.made[m.X.Type()] {
					all = append(all, m.X.Type())
				}
			}
		}
	}
	return all
}

// Stopped reports whether the run gave up, so that more may be reached.
func (r *Run) Stopped() bool { return r.stopped }

// Reaches reports whether control gets to a block.
func (r *Run) Reaches(b *ssa.BasicBlock) bool {
	for _, f := range r.frames[b.Parent()] {
		if f.blocks[b.Index] {
			return true
		}
	}
	return false
}

// Decided reports which way a decision always goes where it is reached, if it
// goes one way only.
func (r *Run) Decided(i *ssa.If) (outcome, ok bool) {
	b := i.Block()
	var yes, no bool
	for _, f := range r.frames[b.Parent()] {
		yes = yes || f.edges[[2]int{b.Index, b.Succs[0].Index}]
		no = no || f.edges[[2]int{b.Index, b.Succs[1].Index}]
	}
	return yes, yes != no
}

// Empty reports whether a value is the empty string wherever it is reached.
func (r *Run) Empty(v ssa.Value) bool {
	for _, f := range r.frames[v.Parent()] {
		if got := f.regs[v]; got.kind != unreached && got != words("") {
			return false
		}
	}
	return true
}

func unknowns(fn *ssa.Function) []val {
	args := make([]val, len(fn.Params))
	for i := range args {
		args[i] = anything
	}
	if fn.Signature.Recv() != nil && len(args) > 0 {
		args[0] = val{kind: some}
	}
	return args
}

// enter returns the frame of a function for these arguments. Numbers do not
// tell frames apart: a counter has many.
func (r *Run) enter(from *frame, fn *ssa.Function, args []val) *frame {
	shared := len(r.frames[fn]) >= maxFrames
	for i, a := range args {
		if shared || a.kind == number {
			args[i] = anything
		}
	}
	var f *frame
	for _, have := range r.frames[fn] {
		if slices.Equal(have.args, args) {
			f = have
		}
	}
	if f == nil {
		f = &frame{
			fn: fn, args: args, regs: map[ssa.Value]val{}, tuples: map[ssa.Value][]val{},
			blocks: make([]bool, len(fn.Blocks)), edges: map[[2]int]bool{}, callers: map[*frame]bool{},
			results: make([]val, fn.Signature.Results().Len()),
		}
		r.frames[fn] = append(r.frames[fn], f)
		r.again(f)
	}
	if from != nil {
		f.callers[from] = true
	}
	return f
}

// again asks for a frame to be evaluated.
func (r *Run) again(f *frame) {
	if !f.queued {
		f.queued = true
		r.queue = append(r.queue, f)
	}
}

// read returns what a cell holds, and has the frame evaluated again when that
// changes.
func (r *Run) read(f *frame, cell any) val {
	if !slices.Contains(r.readers[cell], f) {
		r.readers[cell] = append(r.readers[cell], f)
	}
	return r.cells[cell]
}

// write adds to what a cell holds.
func (r *Run) write(cell any, v val) {
	old := r.cells[cell]
	if now := join(old, v); now != old {
		r.cells[cell] = now
		r.changed(cell)
	}
}

func (r *Run) changed(cell any) {
	for _, f := range r.readers[cell] {
		r.again(f)
	}
}

// instantiate notes that code elsewhere may call the methods of a type.
func (r *Run) instantiate(t types.Type) {
	if r.made[t] {
		return
	}
	r.made[t] = true
	r.changed(instantiated{})
	if len(r.m.Program.Packages) == 0 {
		return
	}
	prog := r.m.Program.Packages[0].Prog
	methods := prog.MethodSets.MethodSet(t)
	for i := range methods.Len() {
		fn := prog.MethodValue(methods.At(i))
		if fn != nil && fn.Blocks != nil && fn.Object() != nil && fn.Object().Exported() {
			r.enter(nil, fn, unknowns(fn))
		}
	}
}
