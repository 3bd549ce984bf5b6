package eval

import (
	"slices"
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// ownPath stands for the path of the program itself.
const ownPath = "own"

// maxPathDepth bounds how far the parts of a path are looked into.
const maxPathDepth = 12

// handleKey stands for the path of a file by its handle.
func handleKey(u use) string {
	return "handle " + strconv.Itoa(int(u.frame)) + "." + strconv.Itoa(int(u.instr))
}

// path says in which ways a path was put together, so that two paths with a
// way in common are of one file. Only what is certain to be the same text is
// the same: a constant, the result of one call, or such parts joined alike.
func (x *coder) path(o operandAt, depth int) []string {
	if depth > maxPathDepth {
		return nil
	}
	if known, ok := x.keys[o]; ok {
		return known
	}
	x.keys[o] = nil // while it is looked at: a loop adds nothing
	out := x.pathOf(o, depth)
	slices.Sort(out)
	out = slices.Compact(out)
	x.keys[o] = out[:min(len(out), maxKeys)]
	return x.keys[o]
}

func (x *coder) pathOf(o operandAt, depth int) []string {
	f := x.frames[o.frame]
	n := int32(f.fn.NumRegs())
	switch {
	case o.arg.Kind == ir.Constant:
		if text := x.p.consts[f.fn.unit.cst[o.arg.I]].Text; text != "" {
			return []string{strconv.Quote(text)}
		}
		return nil
	case o.arg.Kind != ir.Reg:
		return nil
	case o.arg.I < int32(len(f.fn.Params)):
		return x.parameter(f, o.arg.I, depth)
	case o.arg.I < n:
		return x.captured(f, o.arg.I-int32(len(f.fn.Params)), depth)
	}
	i := o.arg.I - n
	in := &f.fn.Instrs[i]
	part := func(a ir.Arg) []string { return x.path(operandAt{o.frame, a}, depth+1) }
	switch in.Op {
	case ir.OpCopy, ir.OpConvert, ir.OpBox, ir.OpAssert:
		return part(in.Args[0])
	case ir.OpExtract:
		if in.Num != 0 {
			return nil
		}
		return part(in.Args[0])
	case ir.OpPhi:
		var out []string
		for _, a := range in.Args {
			out = append(out, part(a)...)
		}
		return out
	case ir.OpBinOp:
		return combined("+", part(in.Args[0]), part(in.Args[1]))
	case ir.OpLoad:
		return x.loadedPath(o.frame, i, depth)
	case ir.OpSlice:
		return x.listKey(operandAt{o.frame, in.Args[0]}, depth)
	case ir.OpCall, ir.OpInvoke:
		return x.called(f, in, use{o.frame, i}, depth)
	}
	return nil
}

// parameter collects the paths that callers pass.
func (x *coder) parameter(f *frame, n int32, depth int) []string {
	var out []string
	for _, c := range f.callers {
		if c.from.frame < 0 {
			continue
		}
		g, in := x.at(c.from)
		if a, ok := operandFor(g, in, f.fn, n); ok {
			out = append(out, x.path(operandAt{g.id, a}, depth+1)...)
		}
	}
	return out
}

// captured collects the paths that a closure was made with.
func (x *coder) captured(f *frame, n int32, depth int) []string {
	var out []string
	for _, g := range x.frames {
		if g.fn.Symbol != f.fn.Parent {
			continue
		}
		for i := range g.fn.Instrs {
			in := &g.fn.Instrs[i]
			if in.Op == ir.OpMakeClosure && int(n)+1 < len(in.Args) && in.Args[0].Kind == ir.Function &&
				x.p.strs[g.fn.sym(in.Args[0].I)] == f.fn.Symbol {
				out = append(out, x.path(operandAt{g.id, in.Args[n+1]}, depth+1)...)
			}
		}
	}
	return out
}

// loadedPath collects what was stored where a path is read, and takes the
// place itself for the path where several are.
func (x *coder) loadedPath(frame, i int32, depth int) []string {
	var out []string
	lists, first := x.first(frame, i)
	for _, l := range x.readBy(use{frame, i}) {
		if first && !slices.Contains(lists, x.locs[l].parent) {
			continue
		}
		stores := x.locs[l].cell.stores
		if len(stores) != 1 {
			out = append(out, "cell "+strconv.Itoa(int(l)))
		}
		for _, u := range stores {
			if u.frame < 0 {
				continue
			}
			if g, in := x.at(u); in.Op == ir.OpStore {
				out = append(out, x.path(operandAt{g.id, in.Args[1]}, depth+1)...)
			}
		}
	}
	return out
}

// first returns the lists whose first element is read, where something was
// appended to them: an editor's arguments, the file to edit behind its name.
func (x *coder) first(frame, load int32) ([]loc, bool) {
	f := x.frames[frame]
	at := made(f.fn, f.fn.Instrs[load].Args[0])
	if at == nil || at.Op != ir.OpIndexAddr {
		return nil, false
	}
	if n, ok := x.single(x.arg(f, at.Args[1])); !ok || n.Text != "0" || at.Sub != 0 {
		return nil, false
	}
	list, found := at.Args[0], false
	for {
		in := made(f.fn, list)
		if in == nil || in.Op != ir.OpCall || in.Args[0].Kind != ir.Builtin || x.p.strs[f.fn.sym(in.Args[0].I)] != "append" {
			break
		}
		if x.vs.get(x.arg(f, in.Args[1])).null {
			break // what is appended may stand first
		}
		list, found = in.Args[1], true
	}
	return x.vs.get(x.arg(f, list)).refs, found
}

// made is the instruction whose result an operand is, or nil.
func made(fn *function, a ir.Arg) *ir.Instr {
	if n := int32(fn.NumRegs()); a.Kind == ir.Reg && a.I >= n {
		return &fn.Instrs[a.I-n]
	}
	return nil
}

// listKey joins the elements of the list that a call is handed.
func (x *coder) listKey(list operandAt, depth int) []string {
	parts := []string{""}
	for _, e := range x.elements(operandAt{list.frame, list.arg}) {
		parts = combined(",", parts, x.path(e, depth+1))
	}
	return parts
}

// elements are the operands that stand in a list made for a call.
func (x *coder) elements(list operandAt) []operandAt {
	f := x.frames[list.frame]
	n := int32(f.fn.NumRegs())
	for list.arg.Kind == ir.Reg && list.arg.I >= n && f.fn.Instrs[list.arg.I-n].Op == ir.OpSlice {
		list.arg = f.fn.Instrs[list.arg.I-n].Args[0]
	}
	if list.arg.Kind != ir.Reg || list.arg.I < n || f.fn.Instrs[list.arg.I-n].Op != ir.OpAlloc {
		return nil
	}
	var out []operandAt
	for _, u := range f.fn.users[list.arg.I] {
		if f.fn.Instrs[u].Op != ir.OpIndexAddr {
			continue
		}
		for _, s := range f.fn.users[f.fn.reg(u)] {
			if st := &f.fn.Instrs[s]; st.Op == ir.OpStore {
				out = append(out, operandAt{list.frame, st.Args[1]})
			}
		}
	}
	return out
}

// called is the path that a call returns: of the program itself, of a handle,
// put together by a function of the library, or by one of the program.
func (x *coder) called(f *frame, in *ir.Instr, u use, depth int) []string {
	if c, ok := x.found[u]; ok {
		switch c.code.Effect {
		case "own":
			return []string{ownPath}
		case "store":
			return []string{handleKey(u)}
		case "name":
			of, _ := c.operand("of")
			return x.path(of, depth+1)
		}
	}
	if callees := f.callees(u.instr); len(callees) > 0 {
		var out []string
		for _, c := range callees {
			out = append(out, x.returned(x.frames[c.frame], depth)...)
		}
		return out
	}
	symbol, args := x.symbolAt(f, in)
	if keys, ok := x.resolvedPath(symbol, u.frame, args, depth); ok {
		return keys
	}
	if m, ok := x.w.Model(symbol); ok && (m.Effect == "pure" || m.Effect == "print" || m.Effect == "join" || m.Effect == "home") {
		parts := []string{symbol}
		for _, a := range args {
			parts = combined("(", parts, x.path(operandAt{u.frame, a}, depth+1))
		}
		return parts
	}
	return []string{"call " + strconv.Itoa(int(u.frame)) + "." + strconv.Itoa(int(u.instr))}
}

// resolvedPath looks through functions that return the same file by another
// name.
func (x *coder) resolvedPath(symbol string, frame int32, args []ir.Arg, depth int) ([]string, bool) {
	switch symbol {
	case "path/filepath:EvalSymlinks", "path/filepath:Abs", "path/filepath:Clean":
		return x.path(operandAt{frame, args[0]}, depth+1), true
	}
	return nil, false
}

// returned collects the paths that a function returns first.
func (x *coder) returned(g *frame, depth int) []string {
	var out []string
	for b := range g.fn.Blocks {
		last := g.fn.Blocks[b].End - 1
		if last < 0 || g.progress[b] < last || g.fn.Instrs[last].Op != ir.OpReturn || len(g.fn.Instrs[last].Args) == 0 {
			continue
		}
		out = append(out, x.path(operandAt{g.id, g.fn.Instrs[last].Args[0]}, depth+1)...)
	}
	return out
}

// symbolAt is the function that an instruction calls, with its operands.
func (x *coder) symbolAt(f *frame, in *ir.Instr) (string, []ir.Arg) {
	switch {
	case in.Op == ir.OpInvoke:
		return x.p.strs[f.fn.sym(in.Num)], in.Args
	case len(in.Args) > 0 && in.Args[0].Kind == ir.Function:
		return x.p.strs[f.fn.sym(in.Args[0].I)], in.Args[1:]
	}
	return "", nil
}

// combined joins each way of one part with each of the other.
func combined(op string, a, b []string) []string {
	var out []string
	for _, s := range a {
		for _, t := range b {
			if len(out) < maxKeys && len(s)+len(t) < 1000 {
				out = append(out, s+op+t)
			}
		}
	}
	return out
}

// hasExecuteBit reads a mode, which is decimal.
func hasExecuteBit(mode string) bool {
	n, err := strconv.ParseUint(strings.TrimPrefix(mode, "-"), 10, 64)
	return err == nil && n&0o111 != 0 && n < 1<<16
}
