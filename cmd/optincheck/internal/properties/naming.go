package properties

import (
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// maxClimb bounds how far up the place is looked for that names a file.
const maxClimb = 8

// A naming is where a file that is read or written further down gets its
// name: the lowest frame that adds text of its own, or in which no parameter
// decides on it any more.
type naming struct {
	call   ssa.CallInstruction // there
	values []ssa.Value         // that it gives, or gets, as parts of the name
	chain  flow.Chain          // from there down to the event; empty if they are the same
	path   ssa.Value           // of the event

	final   ssa.Value // the name that the file gets for good, if it is made under another
	finalIn int       // how far down the chain that is
}

// namings are the places that name the files of an event.
func (x *extraction) namings(e event) []naming {
	path := e.arg("path")
	if path == nil {
		return nil
	}
	var all []naming
	for _, n := range x.climb(e.call, []ssa.Value{path}, nil, path) {
		all = append(all, x.renamed(n)...)
	}
	return slices.DeleteFunc(all, func(n naming) bool { return !n.call.Pos().IsValid() }) // wrappers that nobody wrote
}

// renamed are the names that a file gets for good if it is made under another.
func (x *extraction) renamed(n naming) []naming {
	for _, e := range x.events("rename", "link") {
		if !x.moves(e, n) {
			continue
		}
		var all []naming
		target := flow.Arg(e.call, 1)
		for _, m := range x.climb(e.call, []ssa.Value{target}, nil, target) {
			m.chain = slices.Concat(m.chain, n.chain)
			m.final, m.finalIn = target, len(m.chain)-len(n.chain)
			all = append(all, m)
		}
		return all
	}
	return []naming{n}
}

// moves reports whether an event gives the file of a naming another name: by
// the same value, or by one that is put together in the same way.
func (x *extraction) moves(e event, n naming) bool {
	old := flow.Arg(e.call, 0)
	if e.call.Parent() != n.call.Parent() {
		return false
	}
	return slices.ContainsFunc(n.values, func(v ssa.Value) bool {
		p := x.pattern(v, nil, 0)
		return v == old || len(p) > 0 && !slices.Contains([]string{given, chosen}, p[len(p)-1]) && slices.Equal(p, x.pattern(old, nil, 0))
	})
}

// patternOf is the pattern of the file's name.
func (x *extraction) patternOf(n naming) pattern {
	if n.final != nil {
		return x.pattern(n.final, flow.Inside(n.chain[:n.finalIn]), 0)
	}
	return x.pattern(n.path, flow.Inside(n.chain), 0)
}

func (x *extraction) climb(call ssa.CallInstruction, values []ssa.Value, chain flow.Chain, path ssa.Value) []naming {
	params, text := stringParams(values)
	callers := x.p.Callers(call.Parent())
	if text || len(params) == 0 || len(callers) == 0 || len(chain) >= maxClimb {
		return []naming{{call: call, values: values, chain: chain, path: path}}
	}
	var all []naming
	for _, e := range callers {
		if slices.Contains(chain, e) {
			continue
		}
		var args []ssa.Value
		for _, i := range params {
			if arg := flow.Arg(e.Call, i); arg != nil && !e.Callback {
				args = append(args, arg)
			}
		}
		all = append(all, x.climb(e.Call, args, append(flow.Chain{e}, chain...), path)...)
	}
	if x.model.Root(call.Parent()) {
		all = append(all, naming{call: call, values: values, chain: chain, path: path})
	}
	return all
}

// stringParams are the numbers of the parameters of type string that values
// are made of within their function, and whether there is text besides.
func stringParams(values []ssa.Value) (params []int, text bool) {
	seen := map[ssa.Value]bool{}
	var visit func(v ssa.Value)
	visit = func(v ssa.Value) {
		if v == nil || seen[v] {
			return
		}
		seen[v] = true
		if p, ok := v.(*ssa.Parameter); ok {
			if b, ok := p.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 {
				params = append(params, slices.Index(p.Parent().Params, p))
			}
			return
		}
		if t, ok := constText(v); ok && t != "" {
			text = true
		}
		if alloc, ok := v.(*ssa.Alloc); ok {
			for _, s := range storesInto(alloc) {
				visit(s.Val)
			}
			return
		}
		if i, ok := v.(ssa.Instruction); ok {
			for _, op := range i.Operands(nil) {
				visit(*op)
			}
		}
	}
	for _, v := range values {
		visit(v)
	}
	slices.Sort(params)
	return params, text
}

// storesInto are the stores into a variable or its elements.
func storesInto(v ssa.Value) []*ssa.Store {
	var stores []*ssa.Store
	for _, ref := range *v.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Store:
			if ref.Addr == v {
				stores = append(stores, ref)
			}
		case *ssa.IndexAddr:
			if ref.X == v {
				stores = append(stores, storesInto(ref)...)
			}
		}
	}
	return stores
}

// reached reports whether a run gets from the naming to the event.
func (n naming) reached(r *situation.Run, event ssa.CallInstruction) bool {
	for _, e := range n.chain {
		if !r.Reaches(e.Call.Block()) {
			return false
		}
	}
	return r.Reaches(n.call.Block()) && r.Reaches(event.Block())
}

// class says whose file it is by this name.
func (x *extraction) classOf(n naming) situation.Class {
	return x.classIn(n.path, flow.Inside(n.chain))
}
