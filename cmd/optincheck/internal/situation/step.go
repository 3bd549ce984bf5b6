package situation

import (
	"go/token"
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
)

// evaluate goes through what is reached of a frame until nothing changes.
func (r *Run) evaluate(f *frame) {
	f.blocks[0] = true
	if f.fn.Recover != nil && r.recovers(f.fn) {
		f.blocks[f.fn.Recover.Index] = true // something may panic
	}
	before, returned := append([]val(nil), f.results...), f.returns
	for changed := true; changed; {
		changed = false
		for _, b := range f.fn.Blocks {
			if f.blocks[b.Index] && r.block(f, b) {
				changed = true
			}
		}
	}
	if returned == f.returns {
		same := true
		for i, v := range f.results {
			same = same && v == before[i]
		}
		if same {
			return
		}
	}
	for _, caller := range r.callersOf(f) {
		r.again(caller)
	}
}

// recovers reports whether a function goes on after a panic: something that it
// defers calls recover.
func (r *Run) recovers(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			d, ok := i.(*ssa.Defer)
			if !ok {
				continue
			}
			for _, target := range r.m.Program.Targets(d) {
				if callsRecover(target) {
					return true
				}
			}
		}
	}
	return false
}

func callsRecover(fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			if call, ok := i.(*ssa.Call); ok {
				if b, ok := call.Call.Value.(*ssa.Builtin); ok && b.Name() == "recover" {
					return true
				}
			}
		}
	}
	return false
}

// callersOf are the frames that wait for the result, in a fixed order.
func (r *Run) callersOf(f *frame) []*frame {
	var all []*frame
	for _, e := range r.m.Program.Callers(f.fn) {
		for _, c := range r.frames[e.Call.Parent()] {
			if f.callers[c] && !c.queued {
				all = append(all, c)
			}
		}
	}
	return all
}

// block evaluates the instructions of a block, as far as control gets, and
// reports whether anything became known.
func (r *Run) block(f *frame, b *ssa.BasicBlock) (changed bool) {
	for _, instr := range b.Instrs {
		switch i := instr.(type) {
		case *ssa.If:
			cond := r.value(f, i.Cond)
			return r.leave(f, b, 0, cond.kind != unreached && !cond.is(false)) ||
				r.leave(f, b, 1, cond.kind != unreached && !cond.is(true)) || changed
		case *ssa.Jump:
			return r.leave(f, b, 0, true) || changed
		case *ssa.Return:
			r.ret(f, i)
			return changed
		case *ssa.Panic:
			return changed
		case *ssa.Store:
			r.store(f, i)
		case ssa.CallInstruction:
			results, goesOn := r.call(f, i)
			if v := i.Value(); v != nil && r.note(f, v, results) {
				changed = true
			}
			if _, waits := i.(*ssa.Call); waits && !goesOn {
				return changed
			}
		case ssa.Value:
			if r.set(f, i, r.compute(f, i)) {
				changed = true
			}
		}
	}
	return changed
}

// leave takes an edge out of a block.
func (r *Run) leave(f *frame, b *ssa.BasicBlock, succ int, taken bool) bool {
	if !taken {
		return false
	}
	to := b.Succs[succ].Index
	edge := [2]int{b.Index, to}
	if f.edges[edge] {
		return false
	}
	f.edges[edge], f.blocks[to] = true, true
	return true
}

func (r *Run) ret(f *frame, i *ssa.Return) {
	f.returns = true
	for n, v := range i.Results {
		f.results[n] = join(f.results[n], r.at(f, v, i.Block()))
	}
}

func (r *Run) set(f *frame, v ssa.Value, got val) bool {
	now := join(f.regs[v], got)
	if now == f.regs[v] {
		return false
	}
	f.regs[v] = now
	return true
}

// note keeps the results of a call.
func (r *Run) note(f *frame, v ssa.Value, results []val) (changed bool) {
	if _, ok := v.Type().(*types.Tuple); !ok {
		return len(results) == 1 && r.set(f, v, results[0])
	}
	old := f.tuples[v]
	if old == nil {
		old = make([]val, v.Type().(*types.Tuple).Len())
		f.tuples[v] = old
	}
	for i := range min(len(old), len(results)) {
		if now := join(old[i], results[i]); now != old[i] {
			old[i], changed = now, true
		}
	}
	return changed
}

// value is what is known of an operand.
func (r *Run) value(f *frame, v ssa.Value) val {
	switch v := v.(type) {
	case *ssa.Const:
		return fixed(v)
	case *ssa.Parameter:
		for i, p := range f.fn.Params {
			if p == v {
				return f.args[i]
			}
		}
	case *ssa.FreeVar:
		if _, ok := v.Type().Underlying().(*types.Pointer); ok {
			return val{kind: some}
		}
		return anything
	case *ssa.Function, *ssa.Global, *ssa.Builtin:
		return val{kind: some}
	}
	return f.regs[v]
}

// compute is what an instruction comes to.
func (r *Run) compute(f *frame, v ssa.Value) val {
	switch v := v.(type) {
	case *ssa.Phi:
		var got val
		for i, edge := range v.Edges {
			if f.edges[[2]int{v.Block().Preds[i].Index, v.Block().Index}] {
				got = join(got, r.along(f, edge, v.Block().Preds[i], v.Block()))
			}
		}
		return got
	case *ssa.BinOp:
		return r.binary(f, v)
	case *ssa.UnOp:
		return r.unary(f, v)
	case *ssa.Extract:
		if results := f.tuples[v.Tuple]; results != nil {
			return results[v.Index]
		}
		if _, ok := v.Tuple.(*ssa.Call); ok {
			return val{}
		}
		return anything
	case *ssa.Field:
		switch r.value(f, v.X).kind {
		case unreached:
			return val{}
		case blank:
			return zero(v.Type())
		}
		return r.field(f, flow.Field(v))
	case *ssa.MakeInterface:
		r.instantiate(v.X.Type())
		return val{kind: some}
	case *ssa.ChangeType:
		return r.value(f, v.X)
	case *ssa.ChangeInterface:
		return r.value(f, v.X)
	case *ssa.Convert:
		return r.convert(f, v)
	case *ssa.Alloc:
		r.allocate(v)
		return val{kind: some}
	case *ssa.Slice:
		if literal(v) {
			return nonempty
		}
	case *ssa.FieldAddr, *ssa.IndexAddr, *ssa.MakeClosure, *ssa.MakeMap, *ssa.MakeSlice, *ssa.MakeChan:
		return val{kind: some}
	}
	return anything
}

// literal reports whether a slice is all of an array that has elements.
func literal(v *ssa.Slice) bool {
	ptr, ok := v.X.Type().Underlying().(*types.Pointer)
	if !ok || v.Low != nil || v.High != nil {
		return false
	}
	array, ok := ptr.Elem().Underlying().(*types.Array)
	return ok && array.Len() > 0
}

func (r *Run) convert(f *frame, v *ssa.Convert) val {
	x := r.value(f, v.X)
	if x.kind == text && !types.Identical(v.Type().Underlying(), types.Typ[types.String]) {
		return anything
	}
	if x.kind == number && zero(v.Type()).kind != number {
		return anything
	}
	return x
}

func (r *Run) binary(f *frame, v *ssa.BinOp) val {
	x, y := r.value(f, v.X), r.value(f, v.Y)
	switch v.Op {
	case token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ:
		return compare(v.Op, x, y)
	case token.ADD:
		if x.kind == text && y.kind == text && len(x.text)+len(y.text) < 1000 {
			return words(x.text + y.text)
		}
		if x.kind == number && y.kind == number && x.num < 0 {
			return whole(x.num + y.num) // the first turn of a loop over a slice
		}
	}
	if x.kind == unreached || y.kind == unreached {
		return val{}
	}
	return anything
}

func (r *Run) unary(f *frame, v *ssa.UnOp) val {
	switch v.Op {
	case token.NOT:
		x := r.value(f, v.X)
		if x.kind == boolean {
			return truth(!x.truth)
		}
		return x
	case token.MUL:
		if s := justStored(v); s != nil {
			return r.value(f, s.Val)
		}
		return r.load(f, v.X)
	}
	return anything
}
