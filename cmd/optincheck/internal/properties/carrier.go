package properties

import (
	"fmt"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// shared are headers that requests have for other reasons.
var shared = []string{"User-Agent", "Referer", "Cookie", "Authorization", "From", "Accept", "Accept-Language"}

// carrier: whether tokens travel apart from what requests have for other
// reasons.
func (x *extraction) carrier() Property {
	fs := &facts{x: x}
	for _, c := range x.carries {
		name, ok := constText(flow.Arg(c.event.call, 1))
		switch {
		case c.where == "url":
			fs.add(c.event.call.Pos(), 0, "identifiers are part of the address, which others note down")
		case c.where == "body":
			fs.add(c.event.call.Pos(), 1, "identifiers are in the body of the program's own request")
		case !ok:
			fs.unknown(c.event.call.Pos(), "the name of the header does not show")
		case slices.ContainsFunc(shared, func(s string) bool { return strings.EqualFold(s, name) }):
			fs.add(c.event.call.Pos(), 0, fmt.Sprintf("identifiers ride on %s", name))
		default:
			fs.add(c.event.call.Pos(), 1, fmt.Sprintf("identifiers have a header of their own, %s", name))
		}
	}
	return Property{"carrier", fs.sorted()}
}

// hosts: who gets the tokens.
func (x *extraction) hosts() Property {
	fs := &facts{x: x}
	for _, c := range x.carries {
		request, own := x.requestOf(c)
		switch {
		case own && !x.fromArguments(request.arg("url")):
			fs.add(c.event.call.Pos(), 1, "the request is the program's own, to its own host")
		case x.every(c.event.call, x.comparesHost):
			fs.add(c.event.call.Pos(), 1, "only hosts that are named get it")
		default:
			fs.add(c.event.call.Pos(), 0, "every host gets it")
		}
	}
	x.givenAway(fs)
	return Property{"hosts", fs.sorted()}
}

// givenAway notes where an identifier is handed to code of others that is not
// here: what becomes of it there cannot be told.
func (x *extraction) givenAway(fs *facts) {
	for _, call := range x.p.Calls() {
		for _, symbol := range x.p.Outside(call) {
			path, _, _ := strings.Cut(symbol, ":")
			first, _, _ := strings.Cut(path, "/")
			if _, ok := x.known[symbol]; ok || !strings.Contains(first, ".") {
				continue // of the standard library
			}
			for _, arg := range call.Common().Args {
				if has(x.origins(arg, nil), "random", "weak", "identity") {
					fs.unknown(call.Pos(), fmt.Sprintf("an identifier is given to %s, which is not looked into", symbol))
				}
			}
		}
	}
}

// plain: whether tokens are sent by plain HTTP.
func (x *extraction) plain() Property {
	encrypted := func(call ssa.CallInstruction) bool {
		for _, c := range x.carries {
			if request, own := x.requestOf(c); c.event.call == call && own && isHTTPS(request.arg("url")) {
				return true
			}
		}
		for _, e := range x.reports {
			if request, ok := x.madeBy(e); e.call == call && ok && isHTTPS(request.arg("url")) {
				return true
			}
		}
		return false
	}
	return x.shut("plain-http", "plain", "nothing is sent by plain HTTP, except to this machine", "identifiers are sent by plain HTTP",
		func(r *situation.Run) []ssa.CallInstruction {
			calls := x.leaving(r)
			if r == x.runs["granted"] {
				return calls
			}
			return slices.DeleteFunc(calls, encrypted)
		})
}

// isHTTPS reports whether an address begins with https.
func isHTTPS(v ssa.Value) bool {
	if op, ok := v.(*ssa.BinOp); ok {
		return isHTTPS(op.X)
	}
	text, ok := constText(v)
	return ok && strings.HasPrefix(text, "https://")
}

// redirects: whether tokens follow a redirect to another host.
func (x *extraction) redirects() Property {
	fs := &facts{x: x}
	for _, c := range x.carries {
		_, own := x.requestOf(c)
		switch {
		case own && x.stopsRedirects(c.event.call):
			fs.add(c.event.call.Pos(), 1, "redirects are not followed")
		case !own && x.every(c.event.call, x.looksBack):
			fs.add(c.event.call.Pos(), 1, "a redirect from another host carries nothing")
		default:
			fs.add(c.event.call.Pos(), 0, "a redirect carries the identifiers to other hosts")
		}
	}
	return Property{"redirects", fs.sorted()}
}

// requestOf is the call that made the request that carries something, if that
// is here.
func (x *extraction) requestOf(c carry) (event, bool) {
	if c.where != "value" {
		return c.event, true
	}
	return x.made(flow.Arg(c.event.call, 0))
}

// madeBy is the call that made the request that an event sends.
func (x *extraction) madeBy(e event) (event, bool) {
	if e.entry.Role == "fetch" {
		return e, true
	}
	return x.made(flow.Arg(e.call, 1))
}

// made is the call that made the request that a value is part of.
func (x *extraction) made(v ssa.Value) (event, bool) {
	var found event
	x.p.Walk(v, nil, flow.Options{}, func(n *flow.Node) bool {
		if e, ok := x.roleOf(n.Value); ok && e.entry.Role == "request" {
			found = e
			return false
		}
		return found.call == nil && !isError(n.Value)
	})
	return found, found.call != nil
}

// fromArguments reports whether a value is what the user typed.
func (x *extraction) fromArguments(v ssa.Value) bool {
	found := false
	x.p.Walk(v, nil, flow.Options{}, func(n *flow.Node) bool {
		if g, ok := n.Value.(*ssa.Global); ok && g.Pkg.Pkg.Path() == "os" && g.Name() == "Args" {
			found = true
		}
		return !found
	})
	return found
}

// stopsRedirects reports whether a client of the function's package has a rule
// for redirects.
func (x *extraction) stopsRedirects(call ssa.CallInstruction) bool {
	for _, fn := range x.p.Funcs {
		if fn.Package() != call.Parent().Package() {
			continue
		}
		for _, b := range fn.Blocks {
			for _, i := range b.Instrs {
				addr, ok := i.(*ssa.FieldAddr)
				if ok && flow.Field(addr).Name() == "CheckRedirect" && len(storesInto(addr)) > 0 {
					return true
				}
			}
		}
	}
	return false
}

// A condition is a value that a decision rests on, and where.
type condition struct {
	value   ssa.Value
	context *flow.Context
}

// every reports whether on each way to a call there is a condition with a
// property.
func (x *extraction) every(call ssa.CallInstruction, holds func(condition) bool) bool {
	chains := x.chains(call.Parent())
	if len(chains) == 0 {
		chains = []flow.Chain{nil} // a method that code elsewhere calls
	}
	for _, chain := range chains {
		if !x.onWay(chain, call, holds) {
			return false
		}
	}
	return true
}

func (x *extraction) onWay(chain flow.Chain, call ssa.CallInstruction, holds func(condition) bool) bool {
	for i := range len(chain) + 1 {
		at, context := call, flow.Inside(chain)
		if i < len(chain) {
			at, context = chain[i].Call, flow.Inside(chain[:i])
		}
		for _, g := range flow.Guards(at.Block()) {
			found := false
			x.p.Walk(g.If.Cond, context, flow.Options{Implicit: true}, func(n *flow.Node) bool {
				found = found || holds(condition{n.Value, n.Context})
				return !found
			})
			if found {
				return true
			}
		}
	}
	return false
}

// comparesHost reports whether a request's host is compared with something that
// is not of the request.
func (x *extraction) comparesHost(c condition) bool {
	op, ok := c.value.(*ssa.BinOp)
	if !ok || op.Op != token.EQL && op.Op != token.NEQ {
		return false
	}
	for _, side := range []ssa.Value{op.X, op.Y} {
		if _, ok := side.(*ssa.Const); !ok {
			continue
		}
		if text, ok := constText(side); !ok || !strings.Contains(text, ".") {
			return false // no host, or this machine
		}
	}
	return x.hostOfRequest(op.X, c.context) != x.hostOfRequest(op.Y, c.context)
}

// hostOfRequest reports whether a value is made of where a request goes.
func (x *extraction) hostOfRequest(v ssa.Value, context *flow.Context) bool {
	found := false
	x.p.Walk(v, context, flow.Options{}, func(n *flow.Node) bool {
		f := flow.Field(n.Value)
		if f == nil || f.Pkg() == nil {
			return !found
		}
		switch f.Pkg().Path() + ":" + f.Name() {
		case "net/url:Scheme":
			return false // says nothing of the host
		case "net/http:URL", "net/http:Host":
			found = true
		}
		return !found
	})
	return found
}

// looksBack reports whether a condition asks what sent a request here.
func (x *extraction) looksBack(c condition) bool {
	f := flow.Field(c.value)
	return f != nil && f.Pkg() != nil && f.Pkg().Path() == "net/http" && f.Name() == "Response"
}
