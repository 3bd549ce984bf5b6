package flow

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// resolve finds what calls enter. Functions in variables are looked for with
// the calls known so far, so that it takes a second turn to find those that
// come through such a call.
func (p *Program) resolve() {
	calls := p.Calls()
	for _, call := range calls {
		if fn := call.Common().StaticCallee(); fn != nil {
			p.enter(call, fn)
		}
	}
	for range 2 {
		for _, call := range calls {
			p.dynamic(call)
		}
	}
}

// dynamic adds what a call enters other than by name.
func (p *Program) dynamic(call ssa.CallInstruction) {
	common := call.Common()
	switch {
	case common.IsInvoke():
		for _, fn := range p.implementations(common) {
			p.enter(call, fn)
		}
	case common.StaticCallee() == nil:
		for _, fn := range p.functionsIn(common.Value) {
			p.enter(call, fn)
		}
	}
	if !p.known(call) {
		for _, arg := range common.Args {
			if _, ok := arg.Type().Underlying().(*types.Signature); !ok {
				continue
			}
			for _, fn := range p.functionsIn(arg) {
				p.addCaller(fn, Edge{call, true})
				if !slices.Contains(p.callbacks[call], fn) {
					p.callbacks[call] = append(p.callbacks[call], fn)
				}
			}
		}
	}
}

// enter notes that a call may enter a function.
func (p *Program) enter(call ssa.CallInstruction, fn *ssa.Function) {
	if !slices.Contains(p.targets[call], fn) {
		p.targets[call] = append(p.targets[call], fn)
	}
	p.addCaller(fn, Edge{call, false})
}

func (p *Program) addCaller(fn *ssa.Function, e Edge) {
	if !slices.Contains(p.callers[fn], e) {
		p.callers[fn] = append(p.callers[fn], e)
	}
	if !p.HasCode(fn) && !e.Callback {
		p.fill(e.Call)
	}
}

// fill notes which fields a function without code here may set: those of the
// structs that it gets a pointer to.
func (p *Program) fill(call ssa.CallInstruction) {
	for _, arg := range call.Common().Args {
		if m, ok := arg.(*ssa.MakeInterface); ok {
			arg = m.X
		}
		ptr, ok := arg.Type().Underlying().(*types.Pointer)
		if !ok {
			continue
		}
		s, ok := ptr.Elem().Underlying().(*types.Struct)
		if !ok {
			continue
		}
		for f := range s.Fields() {
			if !slices.Contains(p.filled[f.Origin()], call) {
				p.filled[f.Origin()] = append(p.filled[f.Origin()], call)
			}
		}
	}
}

// functionsIn are the functions that a value may hold.
func (p *Program) functionsIn(v ssa.Value) []*ssa.Function {
	var fns []*ssa.Function
	p.Walk(v, nil, Options{}, func(n *Node) bool {
		switch v := n.Value.(type) {
		case *ssa.Function:
			if !slices.Contains(fns, v) {
				fns = append(fns, v)
			}
			return false
		case *ssa.MakeClosure:
			if fn := v.Fn.(*ssa.Function); !slices.Contains(fns, fn) {
				fns = append(fns, fn)
			}
			return false
		}
		return true
	})
	return fns
}

// implementations are the methods here that a call of an interface's may enter.
func (p *Program) implementations(common *ssa.CallCommon) []*ssa.Function {
	iface, ok := common.Value.Type().Underlying().(*types.Interface)
	if !ok {
		return nil
	}
	var fns []*ssa.Function
	for _, pkg := range p.Packages {
		for _, name := range pkg.Pkg.Scope().Names() {
			obj, ok := pkg.Pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || types.IsInterface(obj.Type()) {
				continue
			}
			for _, t := range []types.Type{obj.Type(), types.NewPointer(obj.Type())} {
				if types.Implements(t, iface) {
					fns = append(fns, pkg.Prog.LookupMethod(t, common.Method.Pkg(), common.Method.Name()))
					break
				}
			}
		}
	}
	return fns
}

// Targets are the functions that a call may enter; among them are such without
// code here.
func (p *Program) Targets(call ssa.CallInstruction) []*ssa.Function { return p.targets[call] }

// Callers are the calls that may enter a function.
func (p *Program) Callers(fn *ssa.Function) []Edge { return p.callers[fn] }

// Callbacks are the functions that a call hands to code that is not here.
func (p *Program) Callbacks(call ssa.CallInstruction) []*ssa.Function { return p.callbacks[call] }

// known reports whether all that a call may enter has code here.
func (p *Program) known(call ssa.CallInstruction) bool {
	fns := p.targets[call]
	return len(fns) > 0 && !slices.ContainsFunc(fns, func(fn *ssa.Function) bool { return !p.HasCode(fn) })
}

// Outside are the symbols of the functions without code here that a call may
// enter. A method of an interface is one unless all implementations are here.
func (p *Program) Outside(call ssa.CallInstruction) []string {
	common := call.Common()
	if common.IsInvoke() {
		if common.Method.Pkg() == nil {
			return []string{method(common.Method)} // of error
		}
		return []string{common.Method.Pkg().Path() + ":" + method(common.Method)}
	}
	var symbols []string
	for _, fn := range p.targets[call] {
		if !p.HasCode(fn) {
			symbols = append(symbols, Symbol(fn))
		}
	}
	return symbols
}

// Arg is the argument of a call for a parameter of what it enters, or nil. A
// receiver is the first.
func Arg(call ssa.CallInstruction, i int) ssa.Value {
	common := call.Common()
	if common.IsInvoke() {
		if i == 0 {
			return common.Value
		}
		i--
	}
	if i >= len(common.Args) {
		return nil
	}
	return common.Args[i]
}
