package lower

import (
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// A body lowers one function.
type body struct {
	*lowerer
	fn   *ssa.Function
	out  *ir.Func
	regs map[ssa.Value]int32
	mem  memories // see memory.go
}

// function lowers fn and appends it to the unit.
func (l *lowerer) function(fn *ssa.Function) {
	if o := fn.Origin(); o != nil {
		l.enqueue(o)
		return
	}
	out := &ir.Func{
		Symbol: l.symbol(fn), Pos: l.pos(fn.Pos()), FreeVars: int32(len(fn.FreeVars)),
		Synth: fn.Synthetic != "" && fn.Name() != "init",
	}
	if _, dup := l.indexOf[out.Symbol]; dup {
		return
	}
	out.Name = out.Symbol
	if i := strings.LastIndexByte(out.Symbol, ':'); i >= 0 {
		out.Name = out.Symbol[i+1:]
	}
	if p := fn.Parent(); p != nil {
		out.Parent = l.symbol(p)
	}
	if len(fn.Blocks) == 0 {
		if obj, _ := fn.Object().(*types.Func); fn.Pkg == l.pkg && fn.Synthetic == "" && !l.in.Without[obj] {
			l.unit.Blind = append(l.unit.Blind, ir.Blind{Kind: "assembly", Pos: out.Pos})
		}
		return
	}
	l.indexOf[out.Symbol] = int32(len(l.unit.Funcs))
	l.unit.Funcs = append(l.unit.Funcs, out)
	b := &body{lowerer: l, fn: fn, out: out, regs: map[ssa.Value]int32{}, mem: memory(fn)}
	b.signature()
	b.blocks()
	for _, anon := range fn.AnonFuncs {
		l.enqueue(anon)
	}
}

func (b *body) signature() {
	for i, p := range b.fn.Params {
		b.regs[p] = int32(i)
		b.out.Params = append(b.out.Params, ir.Param{Name: p.Name(), Type: b.typ(p.Type())})
	}
	for i, v := range b.fn.FreeVars {
		b.regs[v] = int32(len(b.fn.Params) + i)
	}
	res := b.fn.Signature.Results()
	for i := range res.Len() {
		b.out.Results = append(b.out.Results, b.typ(res.At(i).Type()))
	}
	if n := res.Len(); n > 0 {
		b.out.ErrLast = types.Identical(res.At(n-1).Type(), types.Universe.Lookup("error").Type())
	}
}

// blocks numbers all instructions first, since a phi may refer forward.
func (b *body) blocks() {
	n := int32(b.out.NumRegs())
	for _, blk := range b.fn.Blocks {
		for _, in := range blk.Instrs {
			if v, ok := in.(ssa.Value); ok {
				b.regs[v] = n
			}
			n++
		}
	}
	for _, blk := range b.fn.Blocks {
		nb := ir.Block{Start: int32(len(b.out.Instrs)), Idom: -1}
		if d := blk.Idom(); d != nil {
			nb.Idom = int32(d.Index)
		}
		for _, p := range blk.Preds {
			nb.Preds = append(nb.Preds, int32(p.Index))
		}
		for _, s := range blk.Succs {
			nb.Succs = append(nb.Succs, int32(s.Index))
		}
		for _, in := range blk.Instrs {
			b.out.Instrs = append(b.out.Instrs, b.instr(in))
		}
		nb.End = int32(len(b.out.Instrs))
		b.out.Blocks = append(b.out.Blocks, nb)
	}
}

func (b *body) args(vs ...ssa.Value) []ir.Arg {
	out := make([]ir.Arg, len(vs))
	for i, v := range vs {
		out[i] = b.arg(v)
	}
	return out
}

func (b *body) arg(v ssa.Value) ir.Arg {
	switch v := v.(type) {
	case nil:
		return ir.Arg{}
	case *ssa.Const:
		return b.constArg(v)
	case *ssa.Function:
		fn := v
		if o := v.Origin(); o != nil {
			fn = o
		}
		if fn.Pkg == b.pkg || fn.Synthetic != "" && len(fn.Blocks) > 0 && fn.Name() != "init" {
			b.enqueue(fn)
		}
		return ir.Arg{Kind: ir.Function, I: b.str(b.symbol(fn))}
	case *ssa.Global:
		return ir.Arg{Kind: ir.Variable, I: b.str(b.globalSymbol(v))}
	case *ssa.Builtin:
		return ir.Arg{Kind: ir.Builtin, I: b.str(v.Name())}
	}
	if r, ok := b.regs[v]; ok {
		return ir.Arg{Kind: ir.Reg, I: r}
	}
	return ir.Arg{}
}

func (b *body) constArg(c *ssa.Const) ir.Arg {
	if c.Value == nil {
		return ir.Arg{Kind: ir.Nil, I: b.typ(c.Type())}
	}
	var k ir.Const
	switch c.Value.Kind() {
	case constant.Bool:
		k = ir.Const{Kind: ir.Bool, Text: c.Value.ExactString()}
	case constant.String:
		k = ir.Const{Kind: ir.String, Text: constant.StringVal(c.Value)}
	case constant.Int:
		k = ir.Const{Kind: ir.Int, Text: c.Value.ExactString()}
		if basic, ok := c.Type().Underlying().(*types.Basic); ok && basic.Info()&types.IsFloat != 0 {
			k.Kind = ir.Float
		}
	default:
		k = ir.Const{Kind: ir.Float, Text: c.Value.ExactString()}
	}
	return ir.Arg{Kind: ir.Constant, I: b.constant(k)}
}

// instr lowers one instruction.
func (b *body) instr(in ssa.Instruction) ir.Instr {
	out := ir.Instr{Pos: b.pos(placeOf(in))}
	if v, ok := in.(ssa.Value); ok {
		out.Type = b.typ(v.Type())
	}
	if b.control(in, &out) || b.memoryOp(in, &out) || b.valueOp(in, &out) {
		return out
	}
	return out
}

// placeOf is where an instruction stands. A loop that calls an iterator says so by
// the function that it makes of its body.
func placeOf(in ssa.Instruction) token.Pos {
	call, ok := in.(ssa.CallInstruction)
	if !ok || in.Pos().IsValid() {
		return in.Pos()
	}
	for _, a := range call.Common().Args {
		if closure, ok := a.(*ssa.MakeClosure); ok {
			a = closure.Fn
		}
		if body, ok := a.(*ssa.Function); ok {
			return body.Pos()
		}
	}
	return in.Pos()
}

// control lowers calls, branches and the like.
func (b *body) control(in ssa.Instruction, out *ir.Instr) bool {
	switch in := in.(type) {
	case *ssa.Call:
		if b.initialises(in) {
			b.falsehood(out)
			break
		}
		b.call(&in.Call, out, ir.OpCall, ir.OpInvoke)
	case *ssa.Go:
		b.call(&in.Call, out, ir.OpGo, ir.OpGoInvoke)
	case *ssa.Defer:
		b.call(&in.Call, out, ir.OpDefer, ir.OpDeferInvoke)
	case *ssa.If:
		out.Op, out.Args = ir.OpIf, b.args(in.Cond)
		text, pos := b.condition(in)
		out.Sym = b.str(text)
		if pos.IsValid() {
			out.Pos = b.pos(pos)
		}
	case *ssa.Jump:
		out.Op = ir.OpJump
	case *ssa.Return:
		out.Op, out.Args = ir.OpReturn, b.args(in.Results...)
		out.Sub = flag(failing(in))
	case *ssa.Panic:
		out.Op, out.Args = ir.OpPanic, b.args(in.X)
	case *ssa.Send:
		out.Op, out.Args = ir.OpSend, b.args(in.Chan, in.X)
	case *ssa.Select:
		out.Op = ir.OpSelect
		if in.Blocking {
			out.Sub = 1
		}
		for _, s := range in.States {
			out.Args = append(out.Args, b.arg(s.Chan), b.arg(s.Send))
		}
	default:
		return false
	}
	return true
}

// initialises reports whether a package's initialiser calls that of an import.
// Each is a root of its own, and comes before those that import it: to enter it
// once more would show nothing, and to wait for it would leave a package without
// its variables because another one was not understood.
func (b *body) initialises(in *ssa.Call) bool {
	fn, ok := in.Call.Value.(*ssa.Function)
	return ok && fn.Synthetic == "package initializer" && fn.Pkg != b.pkg
}

// falsehood is an instruction that does nothing and yields false.
func (b *body) falsehood(out *ir.Instr) {
	out.Op = ir.OpCopy
	out.Args = []ir.Arg{{Kind: ir.Constant, I: b.constant(ir.Const{Kind: ir.Bool, Text: "false"})}}
}

func (b *body) call(c *ssa.CallCommon, out *ir.Instr, op, invoke ir.Op) {
	if c.IsInvoke() {
		out.Op, out.Sym = invoke, b.str(c.Method.Name())
		out.Num = b.str(Symbol(c.Method)) // the interface's method
		out.Args = append([]ir.Arg{b.arg(c.Value)}, b.args(c.Args...)...)
		return
	}
	out.Op = op
	out.Args = append([]ir.Arg{b.arg(c.Value)}, b.args(c.Args...)...)
	if c.Signature().Variadic() {
		out.Sub = 1 // the last argument is a slice of the rest
	}
}

// memoryOp lowers what touches memory.
func (b *body) memoryOp(in ssa.Instruction, out *ir.Instr) bool {
	switch in := in.(type) {
	case *ssa.Alloc:
		out.Op = ir.OpAlloc
		out.Type = b.typ(in.Type().Underlying().(*types.Pointer).Elem())
		b.paths(in, out)
	case *ssa.Store:
		out.Op, out.Args = ir.OpStore, b.args(in.Addr, in.Val)
		out.Type, out.Sub = b.typ(in.Val.Type()), flag(b.mem.first[in])
		b.paths(in, out)
	case *ssa.UnOp:
		return b.unop(in, out)
	case *ssa.FieldAddr:
		st := in.X.Type().Underlying().(*types.Pointer).Elem()
		out.Op, out.Args, out.Sym = ir.OpFieldAddr, b.args(in.X), b.fieldOf(st, in.Field)
		out.Type = b.typ(in.Type().Underlying().(*types.Pointer).Elem())
	case *ssa.Field:
		out.Op, out.Args, out.Sym = ir.OpField, b.args(in.X), b.fieldOf(in.X.Type(), in.Field)
	case *ssa.IndexAddr:
		out.Op, out.Args, out.Sub = ir.OpIndexAddr, b.args(in.X, in.Index), flag(ranges(in.Index))
		out.Type = b.typ(in.Type().Underlying().(*types.Pointer).Elem())
	case *ssa.Index:
		out.Op, out.Args = ir.OpIndex, b.args(in.X, in.Index)
	case *ssa.Lookup:
		out.Op, out.Args = ir.OpLookup, b.args(in.X, in.Index)
		out.Sub = flag(in.CommaOk)
	case *ssa.MapUpdate:
		out.Op, out.Args = ir.OpMapUpdate, b.args(in.Map, in.Key, in.Value)
	case *ssa.MakeMap:
		out.Op = ir.OpMakeMap
	case *ssa.MakeChan:
		out.Op = ir.OpMakeChan
	case *ssa.MakeSlice:
		out.Op, out.Args = ir.OpMakeSlice, b.args(in.Len)
	case *ssa.Slice:
		out.Op, out.Args = ir.OpSlice, b.args(in.X, in.Low, in.High)
		out.Sub = flag(isPointer(in.X.Type()))
	case *ssa.Range:
		out.Op, out.Args = ir.OpRange, b.args(in.X)
	case *ssa.Next:
		out.Op, out.Args, out.Sub = ir.OpNext, b.args(in.Iter), flag(in.IsString)
	default:
		return false
	}
	return true
}

// ranges reports whether an index runs over all elements in a range loop.
func ranges(v ssa.Value) bool {
	add, ok := v.(*ssa.BinOp)
	if !ok {
		return false
	}
	phi, ok := add.X.(*ssa.Phi)
	return ok && phi.Comment == "rangeindex"
}

func isPointer(t types.Type) bool {
	_, ok := t.Underlying().(*types.Pointer)
	return ok
}

func flag(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// unop lowers loads, receives, ! and the signs.
func (b *body) unop(in *ssa.UnOp, out *ir.Instr) bool {
	out.Args = b.args(in.X)
	switch in.Op {
	case token.MUL:
		out.Op = ir.OpLoad
		if g, ok := in.X.(*ssa.Global); ok && strings.HasPrefix(g.Name(), "init$") {
			b.falsehood(out) // an initialiser runs once: its guard is not set yet
		}
	case token.ARROW:
		out.Op, out.Sub = ir.OpRecv, flag(in.CommaOk)
	case token.NOT:
		out.Op = ir.OpNot
	default:
		out.Op = ir.OpNeg
	}
	return true
}

// valueOp lowers what only computes.
func (b *body) valueOp(in ssa.Instruction, out *ir.Instr) bool {
	switch in := in.(type) {
	case *ssa.Phi:
		out.Op, out.Args = ir.OpPhi, b.args(in.Edges...)
	case *ssa.BinOp:
		out.Op, out.Sub, out.Args = ir.OpBinOp, binops[in.Op], b.args(in.X, in.Y)
	case *ssa.ChangeType:
		out.Op, out.Args = ir.OpCopy, b.args(in.X)
	case *ssa.ChangeInterface:
		out.Op, out.Args = ir.OpCopy, b.args(in.X)
	case *ssa.Convert:
		out.Op, out.Args, out.Sub = ir.OpConvert, b.args(in.X), flag(reinterprets(in))
	case *ssa.MultiConvert:
		out.Op, out.Args = ir.OpConvert, b.args(in.X)
	case *ssa.SliceToArrayPointer:
		out.Op, out.Args = ir.OpCopy, b.args(in.X)
	case *ssa.MakeInterface:
		out.Op, out.Args = ir.OpBox, b.args(in.X)
		out.Type = b.concrete(types.Unalias(in.X.Type()))
	case *ssa.Extract:
		out.Op, out.Args, out.Num = ir.OpExtract, b.args(in.Tuple), int32(in.Index)
	case *ssa.MakeClosure:
		out.Op, out.Args = ir.OpMakeClosure, append([]ir.Arg{b.arg(in.Fn)}, b.args(in.Bindings...)...)
	case *ssa.TypeAssert:
		out.Op, out.Args, out.Sub = ir.OpAssert, b.args(in.X), flag(in.CommaOk)
		out.Type = b.typ(in.AssertedType)
	default:
		return false
	}
	return true
}

func (b *body) fieldOf(t types.Type, i int) int32 {
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	t = types.Unalias(t)
	b.typ(t)
	return b.str(fieldSymbol(t, t.Underlying().(*types.Struct).Field(i)))
}

var binops = map[token.Token]uint8{
	token.ADD: ir.Add, token.SUB: ir.Sub, token.MUL: ir.Mul, token.QUO: ir.Quo, token.REM: ir.Rem,
	token.AND: ir.And, token.OR: ir.Or, token.XOR: ir.Xor, token.SHL: ir.Shl, token.SHR: ir.Shr, token.AND_NOT: ir.AndNot,
	token.EQL: ir.Eql, token.NEQ: ir.Neq, token.LSS: ir.Lss, token.LEQ: ir.Leq, token.GTR: ir.Gtr, token.GEQ: ir.Geq,
}

// failing reports whether a return stands where its error was found not to be
// nil.
func failing(ret *ssa.Return) bool {
	if len(ret.Results) == 0 {
		return false
	}
	err := ret.Results[len(ret.Results)-1]
	for b := ret.Block(); b.Idom() != nil; b = b.Idom() {
		d := b.Idom()
		test, ok := d.Instrs[len(d.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		cond, ok := test.Cond.(*ssa.BinOp)
		if !ok || cond.X != err || !isNil(cond.Y) {
			continue
		}
		side := 0
		if cond.Op == token.EQL {
			side = 1
		}
		if (cond.Op == token.NEQ || cond.Op == token.EQL) && len(d.Succs[side].Preds) == 1 && d.Succs[side].Dominates(ret.Block()) {
			return true
		}
	}
	return false
}

func isNil(v ssa.Value) bool {
	c, ok := v.(*ssa.Const)
	return ok && c.Value == nil
}
