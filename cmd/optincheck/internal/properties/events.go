package properties

import (
	"go/constant"
	"go/types"
	"os"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/known"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// An event is a call of a function that is known, in one of its roles.
type event struct {
	call   ssa.CallInstruction
	entry  known.Entry
	symbol string
}

// arg is the argument that the entry gives a name.
func (e event) arg(key string) ssa.Value {
	if i := e.entry.Index(key); i >= 0 {
		return flow.Arg(e.call, i)
	}
	return nil
}

// events are the calls in one of the roles, in order of their places.
func (x *extraction) events(roles ...string) []event {
	var all []event
	for _, call := range x.p.Calls() {
		for _, e := range x.eventsOf(call) {
			for _, role := range roles {
				if e.entry.Role == role {
					all = append(all, e)
				}
			}
		}
	}
	return all
}

func (x *extraction) eventsOf(call ssa.CallInstruction) []event {
	if all, ok := x.eventsAt[call]; ok {
		return all
	}
	var all []event
	for _, symbol := range x.p.Outside(call) {
		if entry, ok := x.known[symbol]; ok {
			all = append(all, event{call, entry, symbol})
		}
	}
	x.eventsAt[call] = all
	return all
}

// roleOf is the role of a value that a call gave, if it is known, and the event.
func (x *extraction) roleOf(v ssa.Value) (event, bool) {
	if e, ok := v.(*ssa.Extract); ok {
		v = e.Tuple
	}
	call, ok := v.(*ssa.Call)
	if !ok {
		return event{}, false
	}
	for _, e := range x.eventsOf(call) {
		return e, true
	}
	return event{}, false
}

// An origin is something that a value comes from.
type origin struct {
	event event
	node  *flow.Node
	kind  string // random, weak, read, or identity
	class string // of an identity
}

// origins are the random numbers, identities and files that a value comes
// from. What a file holds does not come from its name.
func (x *extraction) origins(v ssa.Value, cut func(ssa.Value, *ssa.BasicBlock) bool) []origin {
	var all []origin
	x.p.Walk(v, nil, flow.Options{Cut: cut}, func(n *flow.Node) bool {
		if isError(n.Value) {
			return false // it says what went wrong, not what is kept
		}
		if class := x.identity(n.Value); class != "" {
			all = append(all, origin{node: n, kind: "identity", class: class})
			return false
		}
		e, ok := x.roleOf(n.Value)
		if !ok {
			return true
		}
		switch e.entry.Role {
		case "random", "weak":
			all = append(all, origin{event: e, node: n, kind: e.entry.Role})
			return false
		case "read", "open":
			if x.reads(e) {
				all = append(all, origin{event: e, node: n, kind: "read"})
			}
			return false
		case "env", "lookup":
			return false
		}
		return true
	})
	return all
}

// reads reports whether a file is read, not only written.
func (x *extraction) reads(e event) bool {
	flags := e.arg("flags")
	n, ok := number(flags)
	return flags == nil || !ok || n&int64(os.O_WRONLY) == 0
}

func isError(v ssa.Value) bool {
	return types.Identical(v.Type(), types.Universe.Lookup("error").Type())
}

// has reports whether one of the origins is of a kind.
func has(all []origin, kinds ...string) bool {
	for _, o := range all {
		for _, kind := range kinds {
			if o.kind == kind {
				return true
			}
		}
	}
	return false
}

// class says whose file a path names, whoever calls.
func (x *extraction) class(path ssa.Value) situation.Class {
	c, ok := x.classes[path]
	if !ok {
		c = x.classIn(path, nil)
		x.classes[path] = c
	}
	return c
}

// classIn says whose file a path names in a context.
func (x *extraction) classIn(path ssa.Value, context *flow.Context) situation.Class {
	var c situation.Class
	whose := func(name string) {
		switch name {
		case "user":
			c |= situation.User
		case "system":
			c |= situation.System
		}
	}
	x.p.Walk(path, context, flow.Options{}, func(n *flow.Node) bool {
		if text, ok := constText(n.Value); ok {
			whose(x.known.Whose("path", text))
			return false
		}
		e, ok := x.roleOf(n.Value)
		if !ok {
			return true
		}
		switch e.entry.Role {
		case "home":
			whose("user")
		case "env":
			if text, ok := constText(flow.Arg(e.call, 0)); ok {
				whose(x.known.Whose("env", text))
			}
		case "lookup", "read", "open": // a name out of a directory, or out of a file
			return e.symbol == "os:ReadDir"
		default:
			return true
		}
		return false
	})
	return c
}

// constText is the text of a constant.
func constText(v ssa.Value) (string, bool) {
	c, ok := v.(*ssa.Const)
	if !ok || c.Value == nil || c.Value.Kind() != constant.String {
		return "", false
	}
	return constant.StringVal(c.Value), true
}

// number is the value of an integer constant.
func number(v ssa.Value) (int64, bool) {
	switch c := v.(type) {
	case *ssa.Const:
		if c.Value != nil && c.Value.Kind() == constant.Int {
			return constant.Int64Val(c.Value)
		}
	case *ssa.Convert:
		return number(c.X)
	case *ssa.ChangeType:
		return number(c.X)
	}
	return 0, false
}
