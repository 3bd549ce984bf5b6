package eval

import "github.com/optincheck/optincheck/analyzers/egress/internal/ir"

// A loop over the pieces of a text that cuts each into a name and a value has
// all names in one register and all values in another. What is stored under a
// name is found piece by piece, so that a name goes with its own value.

// keyed is a value and the key that it is stored under.
type keyed struct{ key, v val }

// pairs returns what two operands are for each of several texts that both are
// computed from. ok is false where they are not.
func (e *eval) pairs(f *frame, key, v ir.Arg) (out []keyed, ok bool) {
	base, ok := e.pieceOf(f, key, 0)
	if other, both := e.pieceOf(f, v, 0); !ok || !both || base != other {
		return nil, false
	}
	pieces, known := e.goValues(e.arg(f, base), ir.String)
	if !known {
		return nil, false
	}
	for _, piece := range pieces {
		p := pieceReader{e, f, base, piece.(string)}
		k, known := p.value(key, 0)
		x, both := p.value(v, 0)
		if !known || !both {
			return nil, false
		}
		out = append(out, keyed{e.strVal(k), e.strVal(x)})
	}
	return out, true
}

// maxPieceDepth bounds the calls between a text and what is made of it.
const maxPieceDepth = 6

// pieceOf returns the text that an operand is computed from by pure functions.
func (e *eval) pieceOf(f *frame, a ir.Arg, depth int) (base ir.Arg, ok bool) {
	call, _, found := e.pureCall(f, a)
	if !found || depth > maxPieceDepth {
		return a, depth > 0 && a.Kind == ir.Reg
	}
	return e.pieceOf(f, f.fn.Instrs[call].Args[1], depth+1)
}

// pureCall returns the pure call that an operand is a result of, and which of
// the results it is, or which element of a list.
func (e *eval) pureCall(f *frame, a ir.Arg) (call int32, index int, ok bool) {
	i, ok := f.fn.instrOf(a)
	if !ok {
		return 0, 0, false
	}
	in := &f.fn.Instrs[i]
	switch in.Op {
	case ir.OpExtract:
		index = int(in.Num)
		i, ok = f.fn.instrOf(in.Args[0])
	case ir.OpLoad: // of an element of a list
		at, found := f.fn.instrOf(in.Args[0])
		if !found || f.fn.Instrs[at].Op != ir.OpIndexAddr || f.fn.Instrs[at].Args[1].Kind != ir.Constant {
			return 0, 0, false
		}
		k, _ := e.single(e.arg(f, f.fn.Instrs[at].Args[1]))
		index, _ = atoi(k.Text)
		i, ok = f.fn.instrOf(f.fn.Instrs[at].Args[0])
	}
	if !ok || f.fn.Instrs[i].Op != ir.OpCall || f.fn.Instrs[i].Args[0].Kind != ir.Function || len(f.fn.Instrs[i].Args) < 2 {
		return 0, 0, false
	}
	return i, index, pures[e.p.strs[f.fn.sym(f.fn.Instrs[i].Args[0].I)]].yields != nil
}

// A pieceReader computes what operands are for one piece.
type pieceReader struct {
	e     *eval
	f     *frame
	base  ir.Arg
	piece string
}

// value is the text of an operand.
func (p pieceReader) value(a ir.Arg, depth int) (string, bool) {
	if a == p.base {
		return p.piece, true
	}
	call, index, ok := p.e.pureCall(p.f, a)
	if !ok || depth > maxPieceDepth {
		k, single := p.e.single(p.e.arg(p.f, a))
		return k.Text, single && k.Kind == ir.String && !isPattern(k.Text)
	}
	in := &p.f.fn.Instrs[call]
	fn := pures[p.e.p.strs[p.f.fn.sym(in.Args[0].I)]]
	args := make([]any, len(fn.takes))
	if len(args) != len(in.Args)-1 {
		return "", false
	}
	for n, kind := range fn.takes {
		if args[n], ok = p.operand(in.Args[n+1], kind, depth+1); !ok {
			return "", false
		}
	}
	results := fn.yields(args)
	if list, ok := results[0].([]string); ok {
		if index >= len(list) {
			return "", true // a piece of another form
		}
		return list[index], true
	}
	text, ok := results[min(index, len(results)-1)].(string)
	return text, ok
}

// operand is what a pure function is given.
func (p pieceReader) operand(a ir.Arg, kind ir.ConstKind, depth int) (any, bool) {
	if kind == ir.String {
		return p.value(a, depth)
	}
	all, ok := p.e.goValues(p.e.arg(p.f, a), kind)
	if !ok || len(all) != 1 {
		return nil, false
	}
	return all[0], true
}
