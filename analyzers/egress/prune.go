package egress

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// pruning finds the functions of dependencies that nothing in the audited
// packages can lead to, before any of them is built: a program seldom uses a
// hundredth of a cloud provider's SDK. It is rapid type analysis (Bacon, Sweeney
// 1996) over the syntax: a function is reached where reached code names it; a
// method also where its type is live and reached code, or a library that is
// modelled, calls a method of that name on an interface. What is not reached is
// left out, and would be unknown if the evaluation came to it after all.
type pruning struct {
	bodies  map[*types.Func]body
	tables  map[*types.Var]table // variables that are initialised without a call
	methods map[*types.TypeName][]*types.Func
	byName  map[string][]*types.TypeName // live types by the names of their methods

	reached map[*types.Func]bool
	live    map[*types.TypeName]bool
	types   map[types.Type]bool
	called  map[string]bool
	todo    []*types.Func
}

type body struct {
	decl *ast.FuncDecl
	info *types.Info
}

type table struct {
	spec *ast.ValueSpec
	info *types.Info
}

// prune returns the functions and variables of dependencies to leave out.
func prune(pkgs []*Package, w *world.World) map[types.Object]bool {
	p := &pruning{
		bodies: map[*types.Func]body{}, tables: map[*types.Var]table{}, methods: map[*types.TypeName][]*types.Func{}, byName: map[string][]*types.TypeName{},
		reached: map[*types.Func]bool{}, live: map[*types.TypeName]bool{}, types: map[types.Type]bool{}, called: map[string]bool{},
	}
	for _, name := range w.CalledByLibraries() {
		p.called[name] = true
	}
	for _, pkg := range pkgs {
		if pkg.Types != nil && pkg.Info != nil {
			p.index(pkg)
		}
	}
	for _, pkg := range pkgs {
		if pkg.Types != nil && pkg.Info != nil {
			p.roots(pkg)
		}
	}
	for len(p.todo) > 0 {
		fn := p.todo[len(p.todo)-1]
		p.todo = p.todo[:len(p.todo)-1]
		p.signature(fn)
		if b, ok := p.bodies[fn]; ok {
			p.walk(b.decl, b.info)
		}
	}
	out := map[types.Object]bool{}
	for fn := range p.bodies {
		if !p.reached[fn] {
			out[fn] = true
		}
	}
	for v := range p.tables { // those that were reached are gone
		out[v] = true
	}
	return out
}

// index notes the functions of a package, and the methods of its types.
func (p *pruning) index(pkg *Package) {
	for _, f := range pkg.Files {
		for _, d := range f.Decls {
			decl, ok := d.(*ast.FuncDecl)
			if !ok || decl.Body == nil {
				continue
			}
			fn, ok := pkg.Info.Defs[decl.Name].(*types.Func)
			if !ok {
				continue
			}
			p.bodies[fn] = body{decl, pkg.Info}
			if recv := receiver(fn); recv != nil {
				p.methods[recv] = append(p.methods[recv], fn)
			}
		}
	}
}

// receiver is the name of the type that fn is a method of, nil if there is none.
func receiver(fn *types.Func) *types.TypeName {
	recv := fn.Type().(*types.Signature).Recv()
	if recv == nil {
		return nil
	}
	t := types.Unalias(recv.Type())
	if ptr, ok := t.(*types.Pointer); ok {
		t = types.Unalias(ptr.Elem())
	}
	if named, ok := t.(*types.Named); ok {
		return named.Origin().Obj()
	}
	return nil
}

// roots reaches what runs whatever is called: all of the audited modules, and
// of other packages the initialisation.
func (p *pruning) roots(pkg *Package) {
	own := pkg.Matched || pkg.Module == nil || pkg.Module.Main
	for _, f := range pkg.Files {
		for _, d := range f.Decls {
			switch d := d.(type) {
			case *ast.GenDecl:
				p.variables(d, pkg.Info, own)
			case *ast.FuncDecl:
				fn, ok := pkg.Info.Defs[d.Name].(*types.Func)
				if ok && (own || d.Recv == nil && d.Name.Name == "init") {
					p.reach(fn)
				}
			}
		}
	}
}

// variables walks the initialisers of package-level variables; tables of a
// dependency only when somebody names them.
func (p *pruning) variables(d *ast.GenDecl, info *types.Info, own bool) {
	for _, spec := range d.Specs {
		v, ok := spec.(*ast.ValueSpec)
		if !ok {
			continue
		}
		if own || calls(v) || len(v.Names) != len(v.Values) {
			p.walk(v, info)
			continue
		}
		for _, name := range v.Names {
			if obj, ok := info.Defs[name].(*types.Var); ok {
				p.tables[obj] = table{v, info}
			}
		}
	}
}

// calls reports whether an initialiser may do something besides.
func calls(v *ast.ValueSpec) (found bool) {
	ast.Inspect(v, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			found = true
		case *ast.UnaryExpr:
			found = found || n.Op == token.ARROW
		}
		return !found
	})
	return found
}

func (p *pruning) reach(fn *types.Func) {
	if fn = fn.Origin(); !p.reached[fn] {
		p.reached[fn] = true
		p.todo = append(p.todo, fn)
	}
}

// walk reaches what a piece of code names.
func (p *pruning) walk(n ast.Node, info *types.Info) {
	ast.Inspect(n, func(n ast.Node) bool {
		id, ok := n.(*ast.Ident)
		if !ok {
			return true
		}
		switch obj := info.Uses[id].(type) {
		case *types.Func:
			p.use(obj)
		case *types.TypeName:
			p.typ(obj.Type())
		case *types.Var:
			if obj.Pkg() != nil && obj.Parent() == obj.Pkg().Scope() {
				p.variable(obj)
			}
		}
		return true
	})
}

// variable reaches a package-level variable.
func (p *pruning) variable(v *types.Var) {
	p.typ(v.Type())
	if t, ok := p.tables[v]; ok {
		for _, name := range t.spec.Names {
			if obj, ok := t.info.Defs[name].(*types.Var); ok {
				delete(p.tables, obj)
			}
		}
		p.walk(t.spec, t.info)
	}
}

// use reaches a function that is named: a method of an interface is a call of
// each method of that name.
func (p *pruning) use(fn *types.Func) {
	recv := fn.Type().(*types.Signature).Recv()
	if recv != nil && (types.IsInterface(recv.Type()) || isTypeParam(recv.Type())) {
		p.call(fn.Name())
		return
	}
	p.reach(fn)
}

func isTypeParam(t types.Type) bool {
	_, ok := types.Unalias(t).(*types.TypeParam)
	return ok
}

// call reaches the methods of a name on live types.
func (p *pruning) call(name string) {
	if p.called[name] {
		return
	}
	p.called[name] = true
	for _, t := range p.byName[name] {
		p.reachMethod(t, name)
	}
}

func (p *pruning) reachMethod(t *types.TypeName, name string) {
	for _, fn := range p.methods[t] {
		if fn.Name() == name {
			p.reach(fn)
		}
	}
}

// signature makes the types live that a function takes and returns.
func (p *pruning) signature(fn *types.Func) { p.typ(fn.Type()) }

// typ makes a type live, and those that it is made of.
func (p *pruning) typ(t types.Type) {
	if t == nil || p.types[t] {
		return
	}
	p.types[t] = true
	switch t := t.(type) {
	case *types.Alias:
		p.typ(types.Unalias(t))
	case *types.Named:
		p.named(t)
	case *types.Pointer:
		p.typ(t.Elem())
	case *types.Slice:
		p.typ(t.Elem())
	case *types.Array:
		p.typ(t.Elem())
	case *types.Chan:
		p.typ(t.Elem())
	case *types.Map:
		p.typ(t.Key())
		p.typ(t.Elem())
	case *types.Tuple:
		for v := range t.Variables() {
			p.typ(v.Type())
		}
	case *types.Signature:
		if t.Recv() != nil {
			p.typ(t.Recv().Type())
		}
		p.typ(t.Params())
		p.typ(t.Results())
	case *types.Struct:
		for f := range t.Fields() {
			p.typ(f.Type())
		}
	}
}

func (p *pruning) named(t *types.Named) {
	for arg := range t.TypeArgs().Types() {
		p.typ(arg)
	}
	p.typ(t.Origin().Underlying())
	name := t.Origin().Obj()
	if p.live[name] {
		return
	}
	p.live[name] = true
	for _, fn := range p.methods[name] {
		p.byName[fn.Name()] = append(p.byName[fn.Name()], name)
		if p.called[fn.Name()] {
			p.reach(fn)
		}
	}
}
