package egress

import (
	"go/types"
	"sort"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/lower"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// interest says which functions a verdict can rest on.
type interest struct {
	world *world.World
	lib   *library
}

// sends reports whether a function with no analysed body, or one of another
// package, may put bytes on a network.
func (i interest) sends(symbol string) bool {
	if i.lib.reaches[symbol] {
		return true
	}
	if _, ok := i.world.Sink(symbol); ok {
		return true
	}
	if _, ok := i.world.SDKSend(symbol); ok {
		return true
	}
	m, ok := i.world.Model(symbol)
	return ok && (m.Effect == "start" || m.Effect == "process")
}

// asks reports whether a function reads something that a user can set.
func (i interest) asks(symbol string) bool {
	m, ok := i.world.Model(symbol)
	if !ok {
		return false
	}
	switch m.Effect {
	case "pure", "print", "same", "get", "put", "swap", "text", "url", "some", "exits", "fails", "calls", "join", "write":
		return false // they compute, and most packages use them
	}
	return true
}

// matters reports whether a package is worth being lowered. What belongs to
// the user is: a default may stand anywhere. A dependency is if it names a
// function that sends or asks; of others nothing is known, see ir.LeftOut.
func (i interest) matters(pass *analysis.Pass) bool {
	if pass.Module == nil || pass.Module.Version == "" || pass.Pkg.Name() == "main" {
		return true
	}
	for _, obj := range pass.TypesInfo.Uses {
		fn, ok := obj.(*types.Func)
		if !ok || fn.Pkg() == pass.Pkg {
			continue
		}
		if s := lower.Symbol(fn); i.sends(s) || i.asks(s) {
			return true
		}
	}
	return false
}

// A reach is what is known of a unit's functions: those that may reach a sink,
// and of them those that take what can say where to, so that a site moves up
// to their callers.
type reach struct {
	interest
	unit    *ir.Unit
	found   map[string]bool
	carries map[string]bool // methods, by name: what an interface calls
	direct  bool            // a site may stand in this package
}

// reachOf follows what functions name, what the types that they put into
// interfaces can do, and the names of methods that take a destination.
func (i interest) reachOf(u *ir.Unit) *reach {
	r := &reach{interest: i, unit: u, found: map[string]bool{}, carries: map[string]bool{}}
	for s := range i.lib.carries {
		r.carries[methodName(s)] = true
	}
	for changed := true; changed; {
		changed = false
		for _, f := range u.Funcs {
			if r.found[f.Symbol] || !r.leads(f) {
				continue
			}
			r.found[f.Symbol] = true
			changed = true
			if r.takesDestination(f) {
				r.carries[methodName(f.Symbol)] = true
			}
		}
	}
	return r
}

// leads reports whether a function may reach a sink. What another package does
// when it is initialised is its own affair.
func (r *reach) leads(f *ir.Func) bool {
	for n := range f.Instrs {
		in := &f.Instrs[n]
		for _, a := range in.Args {
			if a.Kind == ir.Function && r.named(r.unit.Strings[a.I]) {
				return true
			}
		}
		switch in.Op {
		case ir.OpInvoke, ir.OpGoInvoke, ir.OpDeferInvoke:
			if name := r.unit.Strings[in.Sym]; r.carries[name] || r.sends(r.unit.Strings[in.Num]) {
				r.direct = true
				return true
			}
		case ir.OpBox:
			for _, m := range r.unit.Types[in.Type].Methods {
				if r.found[m.Func] || r.sends(m.Func) {
					return true
				}
			}
		}
	}
	return false
}

// named reports whether a function that is named may reach a sink.
func (r *reach) named(s string) bool {
	switch {
	case r.found[s]:
		return true
	case !r.sends(s) || strings.HasSuffix(s, ":init"):
		return false
	}
	r.direct = r.direct || !r.lib.reaches[s] || r.lib.carries[s]
	return true
}

// takesDestination reports whether a parameter may say where something goes.
func (r *reach) takesDestination(f *ir.Func) bool {
	for _, p := range f.Params {
		t := &r.unit.Types[p.Type]
		if t.Kind == ir.KString || destinations[strings.TrimLeft(t.Key, "*[]")] {
			return true
		}
	}
	return false
}

// destinations are the types of what says where something goes.
var destinations = map[string]bool{
	"string": true, "net/http.Request": true, "net/url.URL": true, "net.Addr": true, "net/netip.AddrPort": true,
	"net.TCPAddr": true, "net.UDPAddr": true, "os/exec.Cmd": true,
}

// lists returns what importers are told: the functions that may reach a sink,
// and those that take a destination.
func (r *reach) lists() (reaches, carries []string) {
	for _, f := range r.unit.Funcs {
		if r.found[f.Symbol] {
			reaches = append(reaches, f.Symbol)
			if r.takesDestination(f) {
				carries = append(carries, f.Symbol)
			}
		}
	}
	sort.Strings(reaches)
	sort.Strings(carries)
	return reaches, carries
}

// methodName is the name by which an interface calls a function; functions
// that are no methods have their own.
func methodName(symbol string) string {
	symbol, _, _ = strings.Cut(symbol, "#")
	return symbol[strings.LastIndexAny(symbol, ".:")+1:]
}

// worth reports whether an evaluation of the package can find anything: in a
// program that holds something which may reach a sink, in another package where
// a site may stand in it.
func (r *reach) worth() bool {
	own := r.unit
	switch {
	case own.Name == "main":
		return len(r.found) > 0 || len(r.lib.reaches) > 0 // by reflection, as kong has it, too
	case !r.direct:
		return false
	case r.found[own.Path+":init"]:
		return true
	case isInternal(own.Path):
		return false
	}
	for _, n := range own.Exported {
		if r.found[own.Funcs[n].Symbol] {
			return true
		}
	}
	return false
}
