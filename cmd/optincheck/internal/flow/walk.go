package flow

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// maxDepth bounds how many call sites are remembered on the way into callees.
const maxDepth = 16

// A Context is the calls that led into the function at hand, innermost first.
// Nil stands for any. One without a call stands for a closure, in the context
// of the function that made it.
type Context struct {
	Edge
	Up    *Context
	depth int
	inner map[ssa.CallInstruction]*Context
}

// A Node is a value on the way back, in the block that uses it.
type Node struct {
	Value    ssa.Value
	Context  *Context
	Block    *ssa.BasicBlock // of the use; nil at the beginning
	Implicit bool            // a decision on the way, not the value itself
	From     *Node           // what it is part of
}

// Options change how far Walk goes.
type Options struct {
	Implicit bool                                          // also along the decisions that chose a value
	Cut      func(v ssa.Value, block *ssa.BasicBlock) bool // reports whether not to go to a value by its use there
}

// Inside is the context of the function that a chain of calls, outermost
// first, leads into.
func Inside(chain Chain) *Context {
	var c *Context
	for i, edge := range chain {
		c = &Context{Edge: edge, Up: c, depth: i + 1}
	}
	return c
}

type walk struct {
	p     *Program
	opts  Options
	visit func(*Node) bool
	seen  map[seenKey]bool
	root  map[ssa.CallInstruction]*Context
	queue []*Node
}

type seenKey struct {
	value   ssa.Value
	context *Context
}

// Walk visits a value and all that it is made of, nearest first. It does not
// go beyond where visit returns false.
func (p *Program) Walk(v ssa.Value, context *Context, opts Options, visit func(*Node) bool) {
	w := &walk{p: p, opts: opts, visit: visit, seen: map[seenKey]bool{}, root: map[ssa.CallInstruction]*Context{}}
	w.push(v, context, nil, nil, false)
	for len(w.queue) > 0 {
		n := w.queue[0]
		w.queue = w.queue[1:]
		if visit(n) {
			w.parts(n)
		}
	}
}

func (w *walk) push(v ssa.Value, context *Context, block *ssa.BasicBlock, from *Node, implicit bool) {
	if v == nil || w.opts.Cut != nil && block != nil && w.opts.Cut(v, block) {
		return
	}
	key := seenKey{v, context}
	if w.seen[key] {
		return
	}
	w.seen[key] = true
	implicit = implicit || from != nil && from.Implicit
	w.queue = append(w.queue, &Node{v, context, block, implicit, from})
}

// into is the context of what a call enters.
func (w *walk) into(context *Context, call ssa.CallInstruction) *Context {
	inner := w.root
	depth := 1
	if context != nil {
		if context.depth >= maxDepth {
			return nil
		}
		if context.inner == nil {
			context.inner = map[ssa.CallInstruction]*Context{}
		}
		inner, depth = context.inner, context.depth+1
	}
	if inner[call] == nil {
		inner[call] = &Context{Edge: Edge{Call: call}, Up: context, depth: depth}
	}
	return inner[call]
}

// within is the context of a closure that is made in a context.
func (w *walk) within(context *Context) *Context {
	if context == nil {
		return nil
	}
	return w.into(context, nil)
}

// outside is the context of the function around this one, where that is the
// function that made or called it.
func (c *Context) outside(fn *ssa.Function) *Context {
	if c == nil || c.Call != nil && c.Call.Parent() != fn {
		return nil
	}
	return c.Up
}

// parts pushes what a value is made of.
func (w *walk) parts(n *Node) {
	operand := func(vs ...ssa.Value) {
		for _, v := range vs {
			w.push(v, n.Context, blockOf(n.Value), n, false)
		}
	}
	switch v := n.Value.(type) {
	case *ssa.Parameter:
		w.parameter(n, v)
	case *ssa.FreeVar:
		w.free(n, v)
	case *ssa.Phi:
		for i, edge := range v.Edges {
			w.push(edge, n.Context, v.Block().Preds[i], n, false)
		}
		w.choices(n, v)
	case *ssa.Call:
		w.call(n, v, -1)
	case *ssa.Extract:
		if call, ok := v.Tuple.(*ssa.Call); ok {
			w.call(n, call, v.Index)
			return
		}
		operand(v.Tuple)
	case *ssa.UnOp:
		if v.Op == token.MUL {
			w.load(n, v.X)
			return
		}
		operand(v.X)
	case *ssa.Field:
		w.field(n, Field(v))
	case *ssa.FieldAddr:
		w.load(n, v)
	case *ssa.Alloc:
		w.contents(n, v)
	case *ssa.MakeMap:
		w.contents(n, v)
	case *ssa.MakeSlice:
		w.contents(n, v)
	case *ssa.MakeClosure: // what it captured is no part of what it is
	case *ssa.Global:
		for _, s := range w.p.globals[v] {
			w.push(s.Val, nil, s.Block(), n, false)
		}
	case ssa.Instruction:
		for _, op := range v.Operands(nil) {
			operand(*op)
		}
	}
}

// parameter goes to the arguments: of the call that led here, or of all.
func (w *walk) parameter(n *Node, v *ssa.Parameter) {
	index := 0
	for i, p := range v.Parent().Params {
		if p == v {
			index = i
		}
	}
	edges := w.p.callers[v.Parent()]
	if n.Context != nil && n.Context.Call != nil {
		edges = []Edge{n.Context.Edge}
	}
	for _, e := range edges {
		up := n.Context.outside(e.Call.Parent())
		if !e.Callback {
			w.push(Arg(e.Call, index), up, e.Call.Block(), n, false)
			continue
		}
		for _, v := range append([]ssa.Value{e.Call.Common().Value}, e.Call.Common().Args...) {
			w.push(v, up, e.Call.Block(), n, false)
		}
	}
}

// free goes to what a closure was made with.
func (w *walk) free(n *Node, v *ssa.FreeVar) {
	for i, f := range v.Parent().FreeVars {
		if f != v {
			continue
		}
		for _, c := range w.p.closures[v.Parent()] {
			w.push(c.Bindings[i], n.Context.outside(c.Parent()), c.Block(), n, false)
		}
	}
}

// call goes to what the call's functions return; of functions without code
// here that may be anything that they got.
func (w *walk) call(n *Node, call *ssa.Call, result int) {
	outside := true
	for _, fn := range w.p.targets[call] {
		if !w.p.HasCode(fn) {
			continue
		}
		outside = call.Call.IsInvoke()
		w.results(n, fn, result, w.into(n.Context, call))
	}
	if !outside {
		return
	}
	if _, static := call.Call.Value.(*ssa.Function); !static {
		w.push(call.Call.Value, n.Context, call.Block(), n, false)
	}
	for _, arg := range call.Call.Args {
		w.push(arg, n.Context, call.Block(), n, false)
		for _, fn := range w.callbacks(arg) {
			context := (*Context)(nil)
			if fn.Parent() != nil && fn.Parent() == call.Parent() {
				context = w.within(n.Context)
			}
			w.results(n, fn, -1, context)
		}
	}
}

// callbacks are the functions that an argument hands over, as far as they are
// written there.
func (w *walk) callbacks(arg ssa.Value) []*ssa.Function {
	switch v := arg.(type) {
	case *ssa.Function:
		return []*ssa.Function{v}
	case *ssa.MakeClosure:
		return []*ssa.Function{v.Fn.(*ssa.Function)}
	}
	return nil
}

// results goes to what a function returns, and to the decisions on the way.
func (w *walk) results(n *Node, fn *ssa.Function, result int, context *Context) {
	for _, b := range fn.Blocks {
		switch last := b.Instrs[len(b.Instrs)-1].(type) {
		case *ssa.Return:
			for i, v := range last.Results {
				if result < 0 || i == result {
					w.push(v, context, b, n, false)
				}
			}
		case *ssa.If:
			if w.opts.Implicit {
				w.push(last.Cond, context, b, n, true)
			}
		}
	}
}

// choices goes to the decisions that chose among the edges of a phi.
func (w *walk) choices(n *Node, v *ssa.Phi) {
	if !w.opts.Implicit {
		return
	}
	for _, pred := range v.Block().Preds {
		for b := pred; b != nil && b != v.Block().Idom().Idom(); b = b.Idom() {
			if last, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok {
				w.push(last.Cond, n.Context, b, n, true)
			}
		}
	}
}

func blockOf(v ssa.Value) *ssa.BasicBlock {
	if i, ok := v.(ssa.Instruction); ok {
		return i.Block()
	}
	return nil
}

// Enter is the context of what a call in this context enters.
func (c *Context) Enter(e Edge) *Context {
	depth := 1
	if c != nil {
		depth = c.depth + 1
	}
	return &Context{Edge: e, Up: c, depth: depth}
}
