package eval

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// relevance finds, before anything is evaluated, which functions can reach a
// sink and which can ask for a switch. It takes every function that is
// mentioned as called, and a method call as a call of every method of that
// name, so it leaves none out. What can do neither is evaluated for its values
// only, in few contexts.
type relevance struct {
	p       *Program
	w       *world.World
	callers map[fnID][]fnID
	names   map[fnID][]sym // the names under which a function is a method
	invokes map[sym][]fnID // functions that call a method of that name

	reflects     bool // some method may be called by a name that is computed
	byReflection map[*typeInfo][]fnID
}

func (p *Program) findRelevance(w *world.World) {
	r := &relevance{p: p, w: w, callers: map[fnID][]fnID{}, names: map[fnID][]sym{}, invokes: map[sym][]fnID{}, byReflection: map[*typeInfo][]fnID{}}
	r.methods()
	for _, symbol := range p.strs {
		m, ok := w.Model(symbol)
		r.reflects = r.reflects || ok && m.Effect == "reflect" && m.Get("does") == "method"
	}
	var sends, asks, describes []fnID
	for _, fn := range p.fns {
		s, a := r.mentions(fn)
		fn.applies = fn.callsInput() && r.takesCommand(fn)
		if r.describes(fn) {
			describes = append(describes, fn.id)
		}
		if s {
			sends = append(sends, fn.id)
		}
		if a {
			asks = append(asks, fn.id)
		}
	}
	r.close(sends, func(fn *function) *bool { return &fn.sends })
	r.close(asks, func(fn *function) *bool { return &fn.asks })
	r.close(describes, func(fn *function) *bool { return &fn.describes })
}

// methods lists under which names a function can be called as a method: its
// own, and those of the types that embed its receiver.
func (r *relevance) methods() {
	add := func(id fnID, name sym) {
		if list := r.names[id]; len(list) == 0 || list[len(list)-1] != name {
			r.names[id] = append(list, name)
		}
	}
	for _, fn := range r.p.fns {
		if isMethod(fn.Symbol) {
			add(fn.id, r.p.intern(fn.Symbol[strings.LastIndexByte(fn.Symbol, '.')+1:]))
		}
	}
	for t := range r.p.types {
		info := &r.p.types[t]
		for _, name := range info.names {
			if fn := r.p.fn(info.methods[name]); fn != nil {
				add(fn.id, name)
			}
		}
	}
}

// mentions notes what fn may call, and whether it names a sink or something
// that asks for a switch itself.
func (r *relevance) mentions(fn *function) (sends, asks bool) {
	done := map[fnID]bool{}
	callee := func(id fnID) {
		if !done[id] {
			done[id] = true
			r.callers[id] = append(r.callers[id], fn.id)
		}
	}
	for i := range fn.Instrs {
		in := &fn.Instrs[i]
		for _, a := range in.Args {
			switch a.Kind {
			case ir.Function:
				symbol := r.p.strs[fn.sym(a.I)]
				s, k := r.known(symbol)
				sends, asks = sends || s, asks || k
				if f := r.p.fn(symbol); f != nil {
					callee(f.id)
				}
			case ir.Variable:
				if m, ok := r.w.Model(r.p.strs[fn.sym(a.I)]); ok && m.Effect == "variable" {
					asks = true
				}
			}
		}
		switch in.Op {
		case ir.OpInvoke, ir.OpGoInvoke, ir.OpDeferInvoke:
			s, k := r.known(r.p.strs[fn.sym(in.Num)])
			sends, asks = sends || s, asks || k
			name := fn.sym(in.Sym)
			if list := r.invokes[name]; len(list) == 0 || list[len(list)-1] != fn.id {
				r.invokes[name] = append(list, fn.id)
			}
		case ir.OpBox:
			s, k := r.boxed(&r.p.types[fn.unit.typ[in.Type]], callee)
			sends, asks = sends || s, asks || k
		}
	}
	return sends, asks
}

// describes reports whether fn makes a record of a command or a flag.
func (r *relevance) describes(fn *function) bool {
	return slices.ContainsFunc(fn.Instrs, func(in ir.Instr) bool {
		return in.Op == ir.OpAlloc && r.isRecord(fn.unit.typ[in.Type])
	})
}

// isRecord reports whether a type describes a command or a flag.
func (r *relevance) isRecord(t typeID) bool {
	m, _ := r.w.Model(r.p.types[t].symbol)
	return m.Effect == "command" || m.Effect == "option"
}

// takesCommand reports whether fn is called with a command, as the function of
// one is.
func (r *relevance) takesCommand(fn *function) bool {
	return slices.ContainsFunc(fn.Params, func(p ir.Param) bool {
		t := &r.p.types[fn.unit.typ[p.Type]]
		return t.kind == ir.KPointer && r.isRecord(t.elem)
	})
}

// callsInput reports whether fn calls a function that it was handed, or that it
// captured.
func (fn *function) callsInput() bool {
	for i := range fn.Instrs {
		in := &fn.Instrs[i]
		if in.Op != ir.OpCall && in.Op != ir.OpGo && in.Op != ir.OpDefer {
			continue
		}
		callee := in.Args[0]
		if load, ok := fn.instrOf(callee); ok && fn.Instrs[load].Op == ir.OpLoad {
			callee = fn.Instrs[load].Args[0]
		}
		if callee.Kind == ir.Reg && callee.I < int32(fn.NumRegs()) {
			return true
		}
	}
	return false
}

// boxed notes the methods that somebody who is handed an interface value may
// call.
func (r *relevance) boxed(info *typeInfo, callee func(fnID)) (sends, asks bool) {
	for _, name := range info.names {
		s, k := r.known(info.methods[name])
		sends, asks = sends || s, asks || k
		if f := r.p.fn(info.methods[name]); f != nil && (r.reflects || r.w.WellKnownMethod(r.p.strs[name])) {
			callee(f.id)
		}
	}
	for _, id := range r.reflected(info) {
		callee(id)
	}
	return sends, asks
}

// reflected are the methods that libraries call by reflection on a struct that
// they are handed, and on those within it.
func (r *relevance) reflected(info *typeInfo) []fnID {
	if found, ok := r.byReflection[info]; ok {
		return found
	}
	var found []fnID
	seen := map[*typeInfo]bool{}
	var visit func(info *typeInfo)
	visit = func(info *typeInfo) {
		if info.kind == ir.KPointer {
			info = &r.p.types[info.elem]
		}
		if info.kind != ir.KStruct || seen[info] {
			return
		}
		seen[info] = true
		for _, name := range r.w.Reflected() {
			if f := r.p.fn(info.symbol + "." + name); f != nil {
				found = append(found, f.id)
			}
		}
		for _, f := range info.fields {
			visit(&r.p.types[f.typ])
		}
	}
	visit(info)
	r.byReflection[info] = found
	return found
}

// known says what the data know of a symbol.
func (r *relevance) known(symbol string) (sends, asks bool) {
	if _, ok := r.w.Sink(symbol); ok {
		sends = true
	}
	if _, ok := r.w.SDKSend(symbol); ok {
		sends = true
	}
	if m, ok := r.w.Model(symbol); ok {
		switch m.Effect {
		case "start":
			sends = true
		case "pure", "print", "same", "fails", "some", "exits", "say", "join", "get", "put", "swap", "text", "url", "calls", "delay":
		default:
			asks = true
		}
	}
	return sends, asks
}

// close marks the functions and all that may call them.
func (r *relevance) close(todo []fnID, mark func(*function) *bool) {
	for _, id := range todo {
		*mark(r.p.fns[id]) = true
	}
	reach := func(callers []fnID) {
		for _, c := range callers {
			if m := mark(r.p.fns[c]); !*m {
				*m = true
				todo = append(todo, c)
			}
		}
	}
	done := map[sym]bool{}
	for len(todo) > 0 {
		id := todo[0]
		todo = todo[1:]
		reach(r.callers[id])
		for _, name := range r.names[id] {
			if !done[name] {
				done[name] = true
				reach(r.invokes[name])
			}
		}
	}
}

// maySend reports whether some function that control comes in by can reach a
// sink at all.
func (p *Program) maySend(roots Roots) bool {
	for _, path := range sortedInits(p, roots) {
		if fn := p.fn(path + ":init"); fn != nil && fn.sends {
			return true
		}
	}
	for _, path := range roots.Programs {
		if fn := p.fn(path + ":main"); fn != nil && fn.sends {
			return true
		}
	}
	for _, path := range roots.Exported {
		for _, fn := range p.exported(path) {
			if fn.sends {
				return true
			}
		}
	}
	return false
}

// exported returns the exported functions of a package.
func (p *Program) exported(path string) []*function {
	u := p.byPath[path]
	if u == nil {
		return nil
	}
	var out []*function
	for _, i := range u.Exported {
		if fn := p.fn(u.Funcs[i].Symbol); fn != nil {
			out = append(out, fn)
		}
	}
	return out
}

// contexts is in how many contexts fn is evaluated. One that registers commands
// is called once for each, as is one that wraps their functions, and what
// belongs to one must not be taken for another's.
func (fn *function) contexts() int {
	switch {
	case fn.describes && len(fn.Instrs) <= mediumFunction, fn.applies && len(fn.Instrs) <= smallFunction:
		return manyContexts
	case fn.sends || fn.asks:
		return maxContexts
	case len(fn.Instrs) <= smallFunction:
		return fewContexts
	}
	return 1
}

// smallFunction is the size up to which a function that neither sends nor asks
// is evaluated in a few contexts: predicates, constructors, accessors; and
// mediumFunction that up to which one that makes commands is evaluated in many.
const (
	smallFunction  = 40
	fewContexts    = 4
	mediumFunction = 200
	manyContexts   = 64
)
