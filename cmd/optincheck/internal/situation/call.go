package situation

import (
	"go/types"
	"math"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/known"
)

// call evaluates a call: what its functions return, joined, and whether
// control goes on after it.
func (r *Run) call(f *frame, call ssa.CallInstruction) (results []val, goesOn bool) {
	common := call.Common()
	if b, ok := common.Value.(*ssa.Builtin); ok {
		return []val{builtin(r, f, b, common)}, true
	}
	if common.IsInvoke() {
		r.read(f, instantiated{})
	}
	targets := r.m.Program.Targets(call)
	results = make([]val, common.Signature().Results().Len())
	outside := len(targets) == 0 || common.IsInvoke()
	for _, fn := range targets {
		if !r.m.Program.HasCode(fn) {
			outside = true
			continue
		}
		if common.IsInvoke() && !r.made[receiver(fn)] {
			continue
		}
		args, ok := r.arguments(f, call, fn)
		if !ok {
			continue // an argument is not known yet
		}
		callee := r.enter(f, fn, args)
		if callee.returns {
			goesOn = true
			for i := range results {
				results[i] = join(results[i], callee.results[i])
			}
		}
	}
	if !outside {
		return results, goesOn
	}
	for _, fn := range r.m.Program.Callbacks(call) {
		r.enter(nil, fn, unknowns(fn))
	}
	got, on := r.outside(f, call)
	for i := range results {
		results[i] = join(results[i], got[i])
	}
	return results, goesOn || on
}

func receiver(fn *ssa.Function) types.Type {
	if recv := fn.Signature.Recv(); recv != nil {
		return recv.Type()
	}
	return nil
}

// arguments are what a call gives a function.
func (r *Run) arguments(f *frame, call ssa.CallInstruction, fn *ssa.Function) ([]val, bool) {
	args := make([]val, len(fn.Params))
	for i := range fn.Params {
		arg := flow.Arg(call, i)
		if arg == nil {
			args[i] = anything
			continue
		}
		args[i] = r.at(f, arg, call.Block())
		if args[i].kind == unreached {
			return nil, false
		}
	}
	return args, true
}

func builtin(r *Run, f *frame, b *ssa.Builtin, common *ssa.CallCommon) val {
	x := val{}
	if len(common.Args) > 0 {
		x = r.value(f, common.Args[0])
	}
	switch {
	case x.kind == unreached:
		return val{}
	case b.Name() == "append" && x == nonempty:
		return nonempty
	case b.Name() == "len" && x == nonempty:
		return val{kind: positive}
	case b.Name() == "len" && x.kind == text:
		return whole(int64(len(x.text)))
	case b.Name() == "len" && x.kind == null:
		return whole(0)
	}
	return anything
}

// outside is what is known of the results of functions without code here.
func (r *Run) outside(f *frame, call ssa.CallInstruction) (results []val, goesOn bool) {
	n := call.Common().Signature().Results().Len()
	symbols := r.m.Program.Outside(call)
	if len(symbols) == 0 {
		symbols = []string{""}
	}
	for _, symbol := range symbols {
		got, on := r.modelled(f, call, symbol, n)
		goesOn = goesOn || on
		if results == nil {
			results = got
			continue
		}
		for i := range results {
			results[i] = join(results[i], got[i])
		}
	}
	return results, goesOn
}

// modelled is what one function without code here returns.
func (r *Run) modelled(f *frame, call ssa.CallInstruction, symbol string, n int) ([]val, bool) {
	results := make([]val, n)
	for i := range results {
		results[i] = anything
	}
	entry := r.m.Known[symbol]
	switch entry.Role {
	case "end":
		return results, false
	case "print":
	case "failure":
		results[0] = val{kind: some}
	case "is":
		results[0] = r.isMissing(f, flow.Arg(call, 0), flow.Arg(call, 1))
	case "missing":
		results[0] = verdict(r.value(f, flow.Arg(call, 0)))
	case "env":
		results[0] = r.variable(f, flow.Arg(call, 0))
	case "flag":
		r.define(f, entry, call, results)
	case "address":
		if r.s.Plain && n == 2 {
			results[1] = val{kind: some}
		}
	case "hostname":
		if r.s.Plain {
			results[0] = words("host.example")
		}
	case "lookup", "read", "open":
		r.file(entry, call, results)
	case "decode":
		r.decode(entry, call, results)
	default:
		for _, arg := range call.Common().Args {
			r.fill(arg, anything)
		}
	}
	return results, true
}

// isMissing is what errors.Is says.
func (r *Run) isMissing(f *frame, err, target ssa.Value) val {
	load, ok := target.(*ssa.UnOp)
	if !ok {
		return anything
	}
	if g, ok := load.X.(*ssa.Global); !ok || g.Name() != "ErrNotExist" {
		if r.value(f, err).kind == null {
			return truth(false)
		}
		return anything
	}
	return verdict(r.value(f, err))
}

// verdict is whether an error says that a file is missing.
func verdict(err val) val {
	switch {
	case err.kind == unreached:
		return val{}
	case err.kind == null, err.kind == some && err.why == other:
		return truth(false)
	case err.kind == some && err.why == missing:
		return truth(true)
	}
	return anything
}

// variable is the value of an environment variable. Those that say where the
// user's directories are, are set on every system.
func (r *Run) variable(f *frame, name ssa.Value) val {
	n := r.value(f, name)
	switch {
	case n.kind == unreached:
		return val{}
	case n.kind == text && r.s.Env[n.text] != "":
		return words(r.s.Env[n.text])
	case r.s.AnyEnv, n.kind == text && r.m.Known.Whose("env", n.text) != "":
		return anything
	}
	return words("")
}

// file is what looking at, reading or opening a file gives.
func (r *Run) file(entry known.Entry, call ssa.CallInstruction, results []val) {
	class := r.m.Class(flow.Arg(call, entry.Index("path")))
	if class == 0 {
		return
	}
	var err val
	if class&User != 0 {
		err = join(err, opened(entry, r.s.User))
	}
	if class&System != 0 {
		err = join(err, opened(entry, r.s.System))
	}
	results[len(results)-1] = err
	if err.kind == null && zero(call.Common().Signature().Results().At(0).Type()).kind == null {
		results[0] = val{kind: some}
	}
}

func opened(entry known.Entry, state File) val {
	switch state {
	case Absent:
		return failed(missing)
	case Unreadable:
		if entry.Role == "lookup" {
			return val{kind: null}
		}
		return failed(other)
	case Malformed, Newer:
		return val{kind: null}
	}
	return anything
}

// decode is what reading an object from text gives. Text that comes from a
// file of the user's is as the situation says.
func (r *Run) decode(entry known.Entry, call ssa.CallInstruction, results []val) {
	numbers := anything
	last := len(results) - 1
	if r.fromUser(flow.Arg(call, entry.Index("data"))) {
		switch r.s.User {
		case Malformed:
			results[last] = failed(other)
			return
		case Newer:
			results[last] = val{kind: null}
			numbers = whole(math.MaxInt32)
		}
	}
	for _, arg := range call.Common().Args {
		r.fill(arg, numbers)
	}
}

// fromUser reports whether text is what a file of the user's holds.
func (r *Run) fromUser(v ssa.Value) bool {
	found := false
	r.m.Program.Walk(v, nil, flow.Options{}, func(n *flow.Node) bool {
		v := n.Value
		if e, ok := v.(*ssa.Extract); ok {
			v = e.Tuple
		}
		call, ok := v.(*ssa.Call)
		if !ok {
			return !found
		}
		for _, symbol := range r.m.Program.Outside(call) {
			entry := r.m.Known[symbol]
			if entry.Role == "read" || entry.Role == "open" {
				found = found || r.m.Class(flow.Arg(call, entry.Index("path")))&User != 0
				return false
			}
		}
		return !found
	})
	return found
}
