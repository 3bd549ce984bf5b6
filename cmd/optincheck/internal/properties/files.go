package properties

import (
	"fmt"
	"go/token"
	"math/bits"
	"os"
	"slices"
	"strconv"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// kept are the calls that make files with identifiers in them.
func (x *extraction) kept() []event {
	var all []event
	for _, k := range x.keeps {
		if has(k.origins, "random", "weak", "identity") && !slices.ContainsFunc(all, func(e event) bool { return e.call == k.file.call }) {
			all = append(all, k.file)
		}
	}
	return all
}

// fileMode: who else can read what is kept.
func (x *extraction) fileMode() Property {
	fs := &facts{x: x}
	for _, e := range x.kept() {
		x.mode(fs, e, 0o600)
	}
	return Property{"file-mode", fs.sorted()}
}

// directoryMode: who else can look into the directories.
func (x *extraction) directoryMode() Property {
	fs := &facts{x: x}
	for _, e := range x.events("mkdir") {
		x.mode(fs, e, 0o700)
	}
	return Property{"directory-mode", fs.sorted()}
}

func (x *extraction) mode(fs *facts, e event, best int64) {
	if e.entry.Role == "temp" {
		fs.add(e.call.Pos(), 0, "mode 0600")
		return
	}
	mode, ok := number(e.arg("perm"))
	if text := e.entry.Get("perm"); len(text) == 4 {
		mode, _ = strconv.ParseInt(text, 8, 64)
		ok = true
	}
	if !ok {
		fs.unknown(e.call.Pos(), "the mode does not show")
		return
	}
	fs.add(e.call.Pos(), -bits.OnesCount64(uint64(mode&^best)), fmt.Sprintf("mode %#o", mode))
}

// exclusive: whether a file that is there already is left alone.
func (x *extraction) exclusive() Property {
	fs := &facts{x: x}
	for _, e := range x.kept() {
		flags, ok := number(e.arg("flags"))
		switch {
		case e.entry.Role == "temp" || ok && flags&int64(os.O_EXCL) != 0:
			fs.add(e.call.Pos(), 1, "created exclusively")
		case e.entry.Role == "open" && !ok:
			fs.unknown(e.call.Pos(), "the flags do not show")
		default:
			fs.add(e.call.Pos(), 0, "not created exclusively: what is there is overwritten, and links are followed")
		}
	}
	return Property{"exclusive-create", fs.sorted()}
}

// atomic: whether a file appears under its name complete, and once.
func (x *extraction) atomic() Property {
	fs := &facts{x: x}
	for _, e := range x.kept() {
		best, pos := 0, e.call.Pos()
		for _, n := range x.climb(e.call, []ssa.Value{e.arg("path")}, nil, e.arg("path")) {
			for _, move := range x.events("rename", "link") {
				if x.moves(move, n) {
					pos = move.call.Pos()
					best = 1
					if move.entry.Role == "link" {
						best = 2
					}
				}
			}
		}
		fs.add(pos, best, []string{"written in place: others can read half of it", "renamed into place, over what is there", "linked into place, complete, once"}[best])
	}
	return Property{"atomic-write", fs.sorted()}
}

// synced: whether what is written is on disk before it has its name.
func (x *extraction) synced() Property {
	fs := &facts{x: x}
	for _, k := range x.keeps {
		if !has(k.origins, "random", "weak", "identity") {
			continue
		}
		synced := false
		for _, e := range x.events("sync") {
			synced = synced || e.call.Parent() == k.data.call.Parent()
		}
		if synced {
			fs.add(k.data.call.Pos(), 1, "synced")
		} else {
			fs.add(k.data.call.Pos(), 0, "not synced: a power cut can leave an empty file")
		}
	}
	return Property{"synced-write", fs.sorted()}
}

// validation: what is read is checked before it can be sent.
func (x *extraction) validation() Property {
	fs := &facts{x: x}
	for _, c := range x.carries {
		if !has(c.origins, "read") {
			continue
		}
		unchecked := x.origins(c.value(), x.validated)
		for _, o := range unchecked {
			if o.kind == "read" {
				fs.add(x.taken(o), 0, "what a file holds is sent without being checked")
			}
		}
		if !has(unchecked, "read") {
			fs.add(x.check(c), 1, "what is read is checked before it is sent")
		}
	}
	return Property{"content-check", fs.sorted()}
}

// validated reports whether a value was checked before it is used in a block.
func (x *extraction) validated(v ssa.Value, block *ssa.BasicBlock) bool {
	for _, g := range flow.Guards(block) {
		if g.Holds && x.checks(g.If.Cond, v) {
			return true
		}
	}
	return false
}

// checks reports whether a condition is that a value has a form.
func (x *extraction) checks(cond, v ssa.Value) bool {
	e, ok := x.roleOf(cond)
	if !ok || e.entry.Role != "check" {
		return false
	}
	for _, arg := range e.call.Common().Args {
		if arg == v {
			return true
		}
		if load, ok := arg.(*ssa.UnOp); ok && load.Op == token.MUL && load.X == v {
			return true
		}
	}
	return false
}

// check is where what is carried is checked.
func (x *extraction) check(c carry) token.Pos {
	pos := c.event.call.Pos()
	x.p.Walk(c.value(), nil, flow.Options{Cut: func(v ssa.Value, block *ssa.BasicBlock) bool {
		if !x.validated(v, block) {
			return false
		}
		for _, g := range flow.Guards(block) {
			if g.Holds && x.checks(g.If.Cond, v) {
				pos = condPos(g.If)
			}
		}
		return true
	}}, func(n *flow.Node) bool { return !isError(n.Value) })
	return pos
}

// taken is where the value is taken out of a file's text: the last step in the
// function that reads, or the reading itself.
func (x *extraction) taken(o origin) token.Pos {
	pos := x.placeOf(o)
	for n := o.node; n != nil; n = n.From {
		if n.Value.Parent() != nil && outermost(n.Value.Parent()) != outermost(o.event.call.Parent()) {
			break
		}
		if e, ok := x.roleOf(n.Value); ok && e.entry.Role == "split" {
			pos = e.call.Pos()
		}
	}
	return pos
}

func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}

// trust: what is looked at before the content of a file of the user's counts.
func (x *extraction) trust(name, good, bad string, mark func(fn *ssa.Function) bool) Property {
	fs := &facts{x: x}
	for _, e := range x.events("read", "open") {
		if !x.reads(e) || x.directory(e) {
			continue
		}
		for _, n := range x.namings(e) {
			if x.classOf(n) != situation.User {
				continue
			}
			fns := []*ssa.Function{e.call.Parent()}
			for _, edge := range n.chain {
				fns = append(fns, edge.Call.Parent())
			}
			if slices.ContainsFunc(fns, mark) {
				fs.add(n.call.Pos(), 1, good)
			} else {
				fs.add(n.call.Pos(), 0, bad)
			}
		}
	}
	return Property{name, fs.sorted()}
}

// directory reports whether what is opened is only ever a directory: nothing
// is read from it.
func (x *extraction) directory(e event) bool {
	if e.symbol != "os:Open" {
		return false
	}
	for _, call := range x.p.Calls() {
		for _, symbol := range x.p.Outside(call) {
			if symbol != "io:ReadAll" && symbol != "os:File.Read" && symbol != "io:LimitReader" && symbol != "bufio:NewReader" && symbol != "bufio:NewScanner" && symbol != "encoding/json:NewDecoder" {
				continue
			}
			if call.Parent() == e.call.Parent() {
				return false
			}
		}
	}
	return true
}

// marks are the symbols and fields that the decisions of a function rest on.
func (x *extraction) marks(fn *ssa.Function) map[string]bool {
	if m, ok := x.marksOf[fn]; ok {
		return m
	}
	m := map[string]bool{}
	for _, b := range fn.Blocks {
		last, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If)
		if !ok {
			continue
		}
		x.p.Walk(last.Cond, nil, flow.Options{Implicit: true}, func(n *flow.Node) bool {
			if f := flow.Field(n.Value); f != nil && f.Pkg() != nil {
				m[f.Pkg().Path()+":"+f.Name()] = true
			}
			v := n.Value
			if e, ok := v.(*ssa.Extract); ok {
				v = e.Tuple
			}
			if call, ok := v.(*ssa.Call); ok {
				for _, symbol := range x.p.Outside(call) {
					m[symbol] = true
				}
			}
			return true
		})
	}
	x.marksOf[fn] = m
	return m
}

// calls reports whether a function calls one of the symbols.
func (x *extraction) calls(fn *ssa.Function, symbols ...string) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			if call, ok := i.(ssa.CallInstruction); ok {
				for _, symbol := range x.p.Outside(call) {
					if slices.Contains(symbols, symbol) {
						return true
					}
				}
			}
		}
	}
	return false
}
