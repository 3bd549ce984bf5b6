package flow

import (
	"cmp"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// A Program is a set of packages in which questions are asked. All else is
// known by its types only.
type Program struct {
	Packages []*ssa.Package
	Funcs    []*ssa.Function // those with code here, in order of their places
	fset     *token.FileSet
	calls    []ssa.CallInstruction
	code     map[*ssa.Function]bool

	stores    map[*types.Var][]*ssa.Store          // by field
	globals   map[*ssa.Global][]*ssa.Store         // by variable
	filled    map[*types.Var][]ssa.CallInstruction // calls that got a pointer to a struct with the field
	closures  map[*ssa.Function][]*ssa.MakeClosure // where a function gets its free variables
	targets   map[ssa.CallInstruction][]*ssa.Function
	callers   map[*ssa.Function][]Edge
	callbacks map[ssa.CallInstruction][]*ssa.Function // handed to code that is not here
}

// An Edge is a call that may enter a function. A callback is called by code
// that is not here, with what that code was given.
type Edge struct {
	Call     ssa.CallInstruction
	Callback bool
}

// New returns the program of some packages, each after those that it imports.
func New(fset *token.FileSet, pkgs []*egress.Package) *Program {
	b := ssa.NewProgram(fset, ssa.InstantiateGenerics)
	p := &Program{
		fset: fset, code: map[*ssa.Function]bool{}, stores: map[*types.Var][]*ssa.Store{}, globals: map[*ssa.Global][]*ssa.Store{}, filled: map[*types.Var][]ssa.CallInstruction{},
		closures: map[*ssa.Function][]*ssa.MakeClosure{}, targets: map[ssa.CallInstruction][]*ssa.Function{}, callers: map[*ssa.Function][]Edge{}, callbacks: map[ssa.CallInstruction][]*ssa.Function{},
	}
	here := map[*types.Package]bool{}
	for _, pkg := range pkgs {
		here[pkg.Types] = true
	}
	declared := map[*types.Package]bool{}
	var declare func(pkg *types.Package)
	declare = func(pkg *types.Package) {
		if declared[pkg] || here[pkg] {
			return
		}
		declared[pkg] = true
		for _, imp := range pkg.Imports() {
			declare(imp)
		}
		b.CreatePackage(pkg, nil, nil, true)
	}
	for _, pkg := range pkgs {
		for _, imp := range pkg.Types.Imports() {
			declare(imp)
		}
		p.Packages = append(p.Packages, b.CreatePackage(pkg.Types, pkg.Files, pkg.Info, true))
	}
	for _, pkg := range p.Packages {
		pkg.Build()
	}
	p.functions(b)
	p.index()
	p.resolve()
	return p
}

// functions lists the functions with code of the packages, closures, wrappers
// and instances included.
func (p *Program) functions(prog *ssa.Program) {
	seen := map[*ssa.Function]bool{}
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || seen[fn] || !p.HasCode(fn) {
			return
		}
		seen[fn] = true
		p.Funcs = append(p.Funcs, fn)
		for _, b := range fn.Blocks {
			for _, i := range b.Instrs {
				for _, op := range i.Operands(nil) {
					if callee, ok := (*op).(*ssa.Function); ok {
						add(callee)
					}
				}
			}
		}
		for _, inner := range fn.AnonFuncs {
			add(inner)
		}
	}
	for _, pkg := range p.Packages {
		for _, name := range slices.Sorted(maps.Keys(pkg.Members)) {
			switch member := pkg.Members[name].(type) {
			case *ssa.Function:
				add(member)
			case *ssa.Type:
				if named, ok := types.Unalias(member.Type()).(*types.Named); ok {
					for m := range named.Methods() {
						add(prog.FuncValue(m))
					}
				}
			}
		}
	}
	slices.SortFunc(p.Funcs, func(a, b *ssa.Function) int {
		return cmp.Or(cmp.Compare(a.Pos(), b.Pos()), strings.Compare(a.String(), b.String()))
	})
}

// HasCode reports whether a function's code is here. That of wrappers of
// others' methods is not.
func (p *Program) HasCode(fn *ssa.Function) bool {
	has, ok := p.code[fn]
	if !ok {
		has = fn.Blocks != nil && p.here(fn)
		p.code[fn] = has
	}
	return has
}

func (p *Program) here(fn *ssa.Function) bool {
	for fn.Origin() != nil {
		fn = fn.Origin()
	}
	pkg := fn.Package()
	if pkg == nil && fn.Object() != nil {
		pkg = fn.Prog.Package(fn.Object().Pkg())
	}
	return pkg == nil || slices.Contains(p.Packages, pkg)
}

// index notes what is stored where.
func (p *Program) index() {
	for instr := range p.instructions() {
		switch i := instr.(type) {
		case *ssa.Store:
			switch addr := i.Addr.(type) {
			case *ssa.FieldAddr:
				f := Field(addr)
				p.stores[f] = append(p.stores[f], i)
			case *ssa.Global:
				p.globals[addr] = append(p.globals[addr], i)
			}
		case ssa.CallInstruction:
			p.calls = append(p.calls, i)
		case *ssa.MakeClosure:
			fn := i.Fn.(*ssa.Function)
			p.closures[fn] = append(p.closures[fn], i)
		}
	}
}

// instructions goes through all instructions in order.
func (p *Program) instructions() func(func(ssa.Instruction) bool) {
	return func(yield func(ssa.Instruction) bool) {
		for _, fn := range p.Funcs {
			for _, b := range fn.Blocks {
				for _, i := range b.Instrs {
					if !yield(i) {
						return
					}
				}
			}
		}
	}
}

// Calls are all calls, in order of their places.
func (p *Program) Calls() []ssa.CallInstruction { return p.calls }

// Position is where a position is.
func (p *Program) Position(pos token.Pos) token.Position { return p.fset.Position(pos) }

// Field is the field that an instruction takes the address of, or reads.
func Field(v ssa.Value) *types.Var {
	switch v := v.(type) {
	case *ssa.FieldAddr:
		return structOf(v.X.Type()).Field(v.Field).Origin()
	case *ssa.Field:
		return structOf(v.X.Type()).Field(v.Field).Origin()
	case *ssa.UnOp:
		if addr, ok := v.X.(*ssa.FieldAddr); ok && v.Op == token.MUL {
			return Field(addr)
		}
	}
	return nil
}

// structOf is the struct that a type is or points to, or nil.
func structOf(t types.Type) *types.Struct {
	if ptr, ok := t.Underlying().(*types.Pointer); ok {
		t = ptr.Elem()
	}
	s, _ := t.Underlying().(*types.Struct)
	return s
}

// Symbol names a function as the data files do: import/path:Type.Method.
func Symbol(fn *ssa.Function) string {
	if origin := fn.Origin(); origin != nil {
		fn = origin
	}
	obj, ok := fn.Object().(*types.Func)
	if !ok || obj.Pkg() == nil {
		return fn.Name()
	}
	return obj.Pkg().Path() + ":" + method(obj)
}

func method(obj *types.Func) string {
	recv := obj.Signature().Recv()
	if recv == nil {
		return obj.Name()
	}
	t := recv.Type()
	if ptr, ok := t.(*types.Pointer); ok {
		t = ptr.Elem()
	}
	if named, ok := types.Unalias(t).(*types.Named); ok {
		return named.Obj().Name() + "." + obj.Name()
	}
	return obj.Name()
}

// Stores are the instructions that set a variable.
func (p *Program) Stores(g *ssa.Global) []*ssa.Store { return p.globals[g] }

// FieldStores are the instructions that set a field, of whatever object.
func (p *Program) FieldStores(f *types.Var) []*ssa.Store { return p.stores[f] }

// Closures are the places where a function gets its free variables.
func (p *Program) Closures(fn *ssa.Function) []*ssa.MakeClosure { return p.closures[fn] }
