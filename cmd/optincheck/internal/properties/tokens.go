package properties

import (
	"cmp"
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// A mint is where a random value is made that is kept or sent.
type mint struct {
	call   ssa.CallInstruction // of the function that makes it
	origin origin
}

// A keep is a token, or an identity, on its way into a file.
type keep struct {
	data    event // writes it
	file    event // makes the file; the same where one call does both
	origins []origin
}

// A carry is a token on its way into a request: a header, its address or its
// body.
type carry struct {
	event   event
	where   string // value of a header, url or body
	origins []origin
}

func (c carry) value() ssa.Value { return c.event.arg(c.where) }

// tokens finds what the implementation mints, keeps and sends.
func (x *extraction) tokens() {
	for _, e := range x.events("write", "output") {
		origins := x.origins(e.arg("data"), nil)
		if len(origins) == 0 {
			continue
		}
		k := keep{data: e, file: e, origins: origins}
		if e.entry.Role == "output" {
			file, ok := x.opened(flow.Arg(e.call, 0))
			if !ok {
				continue
			}
			k.file = file
		}
		x.keeps = append(x.keeps, k)
		x.mintsOf(origins)
	}
	for _, e := range x.events("header", "request", "fetch") {
		for _, where := range []string{"value", "url", "body"} {
			if e.arg(where) == nil {
				continue
			}
			origins := x.origins(e.arg(where), nil)
			if has(origins, "random", "weak", "identity") || where == "value" && has(origins, "read") {
				x.carries = append(x.carries, carry{e, where, origins})
				x.mintsOf(origins)
			}
		}
	}
	slices.SortFunc(x.mints, func(a, b mint) int { return cmp.Compare(a.call.Pos(), b.call.Pos()) })
}

func (x *extraction) mintsOf(origins []origin) {
	for _, o := range origins {
		if o.kind != "random" && o.kind != "weak" {
			continue
		}
		call := o.event.call
		if asker := askerOf(o.node); asker != nil && !x.keepsItself(o.event.call.Parent()) {
			call = asker
		}
		if !slices.ContainsFunc(x.mints, func(m mint) bool { return m.call == call && m.origin.event.call == o.event.call }) {
			x.mints = append(x.mints, mint{call, o})
		}
	}
}

// keepsItself reports whether a function writes or sends something.
func (x *extraction) keepsItself(fn *ssa.Function) bool {
	for _, e := range x.events("write", "output", "header", "request", "fetch") {
		if e.call.Parent() == fn {
			return true
		}
	}
	return false
}

// askerOf is the call that a value is the answer to, if it was entered on the
// way.
func askerOf(n *flow.Node) ssa.CallInstruction {
	for c := n.Context; c != nil; c = c.Up {
		if c.Call != nil {
			return c.Call
		}
	}
	return nil
}

// opened is the call that opened a file.
func (x *extraction) opened(file ssa.Value) (event, bool) {
	var found event
	x.p.Walk(file, nil, flow.Options{}, func(n *flow.Node) bool {
		if e, ok := x.roleOf(n.Value); ok && slices.Contains([]string{"open", "create", "temp"}, e.entry.Role) {
			found = e
			return false
		}
		return found.call == nil
	})
	return found, found.call != nil
}

// randomSource: what tokens are made of, and how much of it.
func (x *extraction) randomSource() Property {
	fs := &facts{x: x}
	for _, m := range x.mints {
		o := m.origin.event
		if m.origin.kind == "weak" {
			fs.add(m.call.Pos(), 0, fmt.Sprintf("a token is made of %s, which can be guessed", o.symbol))
			continue
		}
		fs.add(m.call.Pos(), 1, fmt.Sprintf("a token is made of %s", o.symbol))
	}
	return Property{"random-source", fs.sorted()}
}

// wanted is how many bits no one can try out.
const wanted = 128

func (x *extraction) randomBits() Property {
	fs := &facts{x: x}
	for _, m := range x.mints {
		bits, ok := x.bits(m.origin)
		switch {
		case m.origin.kind == "weak":
			fs.add(m.call.Pos(), 0, "no bits of it are random")
		case !ok:
			fs.unknown(m.call.Pos(), "how many bits are random does not show")
		default:
			fs.add(m.call.Pos(), min(bits, wanted), fmt.Sprintf("%d random bits", bits))
		}
	}
	return Property{"random-bits", fs.sorted()}
}

// bits is how many random bits a value holds on its way from where it is made.
func (x *extraction) bits(o origin) (int, bool) {
	var bits int
	if text := o.event.entry.Get("bits"); text != "" {
		fmt.Sscan(text, &bits)
	} else if n, ok := bufferLength(o.event.arg("buffer")); ok {
		bits = 8 * n
	}
	if bits == 0 {
		return 0, false
	}
	perCharacter := 0
	for n := o.node; n != nil; n = n.From {
		if e, ok := x.roleOf(n.Value); ok && e.entry.Role == "encode" {
			perCharacter = e.entry.Index("bits")
		}
		cut, ok := n.Value.(*ssa.Slice)
		if !ok || cut.High == nil || perCharacter == 0 {
			continue
		}
		if length, ok := number(cut.High); ok {
			bits = min(bits, int(length)*perCharacter)
		}
	}
	return bits, true
}

// bufferLength is the length of a slice, if it is fixed.
func bufferLength(v ssa.Value) (int, bool) {
	switch v := v.(type) {
	case *ssa.Slice:
		if ptr, ok := v.X.Type().Underlying().(*types.Pointer); ok {
			if array, ok := ptr.Elem().Underlying().(*types.Array); ok {
				length := array.Len()
				if n, ok := number(v.High); ok && v.High != nil {
					length = n
				}
				return int(length), true
			}
		}
	case *ssa.MakeSlice:
		n, ok := number(v.Len)
		return int(n), ok
	}
	return 0, false
}

// identitySources: what tells this machine or person from others, and is kept
// or sent.
func (x *extraction) identitySources() Property {
	fs := &facts{x: x}
	for _, k := range x.keeps {
		for _, o := range k.origins {
			if x.identityFacts(fs, o, "kept in a file") && o.kind == "identity" {
				for _, n := range x.climb(k.data.call, []ssa.Value{k.data.arg("data")}, nil, k.file.arg("path")) {
					if !slices.ContainsFunc(n.values, func(v ssa.Value) bool { return has(x.origins(v, nil), "identity") }) {
						continue
					}
					fs.add(n.call.Pos(), 0, fmt.Sprintf("an identity of the class %s is kept in a file", o.class))
				}
			}
		}
	}
	for _, c := range x.carries {
		for _, o := range c.origins {
			x.identityFacts(fs, o, "sent")
		}
	}
	if len(fs.all) == 0 {
		for _, m := range x.mints {
			fs.add(m.call.Pos(), 1, "a token is random, and of nothing else")
		}
	}
	return Property{"identity-sources", fs.sorted()}
}

// identityFacts notes where an origin takes an identity, and reports whether it
// does.
func (x *extraction) identityFacts(fs *facts, o origin, what string) bool {
	class := o.class
	if o.kind == "read" {
		class = x.executable(o.event)
	}
	if class == "" {
		return false
	}
	fs.add(x.placeOf(o), 0, fmt.Sprintf("an identity of the class %s is read, and %s", class, what))
	if asker := askerOf(o.node); asker != nil && o.kind == "identity" {
		fs.add(asker.Pos(), 0, fmt.Sprintf("an identity of the class %s is asked for, and %s", class, what))
	}
	return true
}

// executable is the class of identity that the name of a file gives: what
// stands in the program's own file says how it was downloaded.
func (x *extraction) executable(e event) string {
	class := ""
	x.p.Walk(e.arg("path"), nil, flow.Options{}, func(n *flow.Node) bool {
		if c := x.identity(n.Value); c == "path" {
			class = c
		}
		return class == ""
	})
	return class
}

// placeOf is where an origin stands.
func (x *extraction) placeOf(o origin) token.Pos {
	if o.event.call != nil {
		return o.event.call.Pos()
	}
	v := o.node.Value
	if e, ok := v.(*ssa.Extract); ok {
		v = e.Tuple
	}
	return v.Pos()
}

// reachable are the calls that mint, carry or report and that a run gets to.
func (x *extraction) reachable(r *situation.Run) []ssa.CallInstruction {
	var all []ssa.CallInstruction
	for _, m := range x.mintsIn(r) {
		all = append(all, m.call)
	}
	return append(all, x.leaving(r)...)
}

// leaving are the calls that carry or report and that a run gets to.
func (x *extraction) leaving(r *situation.Run) []ssa.CallInstruction {
	var all []ssa.CallInstruction
	for _, c := range x.carries {
		if r.Reaches(c.event.call.Block()) && !r.Empty(c.value()) {
			all = append(all, c.event.call)
		}
	}
	for _, e := range x.reports {
		if r.Reaches(e.call.Block()) {
			all = append(all, e.call)
		}
	}
	return all
}
