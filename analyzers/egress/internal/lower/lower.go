// Package lower turns a type-checked Go package into an ir.Unit, by way of
// go/ssa.
//
// Generic functions are lowered once, uninstantiated; a call of an instance is
// a call of its origin. Wrappers that only dereference are left out, since the
// evaluation does not tell a struct from the place where it stands.
package lower

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"sort"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// Input is one package to lower.
type Input struct {
	Fset    *token.FileSet
	Pkg     *types.Package
	Files   []*ast.File
	Info    *types.Info
	Module  string
	Version string

	Without map[types.Object]bool // functions and variables to leave out
}

// A Program holds the go/ssa program that packages are lowered in.
type Program struct {
	ssa  *ssa.Program
	seen map[*types.Package]bool
}

// NewProgram returns a program for packages of fset.
func NewProgram(fset *token.FileSet) *Program {
	return &Program{ssa: ssa.NewProgram(fset, 0), seen: map[*types.Package]bool{}}
}

// declare makes pkg and its imports known to the program by their types.
func (p *Program) declare(pkg *types.Package) {
	if p.seen[pkg] {
		return
	}
	p.seen[pkg] = true
	for _, imp := range pkg.Imports() {
		p.declare(imp)
	}
	p.ssa.CreatePackage(pkg, nil, nil, true)
}

// Add declares a package with its syntax. Packages must be added before those
// that import them, and before Lower is called on any.
func (p *Program) Add(in Input) *ssa.Package {
	p.seen[in.Pkg] = true
	for _, imp := range in.Pkg.Imports() {
		p.declare(imp)
	}
	return p.ssa.CreatePackage(in.Pkg, in.files(), in.info(), true)
}

// info is the type information without the initialisers of variables to leave
// out.
func (in Input) info() *types.Info {
	if len(in.Without) == 0 {
		return in.Info
	}
	info := *in.Info
	info.InitOrder = slices.DeleteFunc(slices.Clone(in.Info.InitOrder), func(i *types.Initializer) bool {
		return !slices.ContainsFunc(i.Lhs, func(v *types.Var) bool { return !in.Without[v] })
	})
	return &info
}

// files are the files without the bodies of functions to leave out. The syntax
// that was handed in stays as it is.
func (in Input) files() []*ast.File {
	if len(in.Without) == 0 {
		return in.Files
	}
	out := make([]*ast.File, len(in.Files))
	for i, f := range in.Files {
		file := *f
		file.Decls = slices.Clone(f.Decls)
		for j, d := range file.Decls {
			if decl, ok := d.(*ast.FuncDecl); ok && decl.Body != nil && in.leavesOut(decl) {
				bare := *decl
				bare.Body = nil
				file.Decls[j] = &bare
			}
		}
		out[i] = &file
	}
	return out
}

func (in Input) leavesOut(decl *ast.FuncDecl) bool {
	fn, ok := in.Info.Defs[decl.Name].(*types.Func)
	return ok && in.Without[fn]
}

// Lower builds and lowers one package that was added.
func (p *Program) Lower(in Input, pkg *ssa.Package) *ir.Unit {
	pkg.Build()
	l := newLowerer(p.ssa, in)
	l.pkg = pkg
	l.unit.Imports = Imports(in.Pkg)
	l.globals(pkg)
	l.roots(pkg)
	for len(l.queue) > 0 {
		fn := l.queue[0]
		l.queue = l.queue[1:]
		l.function(fn)
	}
	l.exported(pkg)
	l.directives()
	sort.SliceStable(l.unit.Blind, func(i, j int) bool { return before(l.unit.Blind[i], l.unit.Blind[j]) })
	return l.unit
}

func before(a, b ir.Blind) bool {
	if a.Pos != b.Pos {
		return a.Pos.File < b.Pos.File || a.Pos.File == b.Pos.File && a.Pos.Line < b.Pos.Line
	}
	return a.Kind < b.Kind
}

type lowerer struct {
	prog    *ssa.Program
	pkg     *ssa.Package
	in      Input
	unit    *ir.Unit
	strings map[string]int32
	consts  map[ir.Const]int32
	types   map[string]int32
	seen    map[types.Type]int32
	files   map[string]int32
	queued  map[*ssa.Function]bool
	queue   []*ssa.Function
	indexOf map[string]int32
	conds   map[ast.Node]*conditions
}

func newLowerer(prog *ssa.Program, in Input) *lowerer {
	l := &lowerer{
		prog: prog, in: in,
		unit: &ir.Unit{
			Path: Path(in.Pkg.Path()), Name: in.Pkg.Name(), Module: in.Module, Version: in.Version,
			Strings: []string{""}, Types: []ir.Type{{}},
		},
		strings: map[string]int32{"": 0},
		consts:  map[ir.Const]int32{},
		types:   map[string]int32{},
		seen:    map[types.Type]int32{},
		files:   map[string]int32{},
		queued:  map[*ssa.Function]bool{},
		indexOf: map[string]int32{},
		conds:   map[ast.Node]*conditions{},
	}
	return l
}

// Imports returns the paths of what a package imports, in order.
func Imports(pkg *types.Package) []string {
	var paths []string
	for _, p := range pkg.Imports() {
		paths = append(paths, Path(p.Path()))
	}
	sort.Strings(paths)
	return paths
}

// roots queues every function that the package declares.
func (l *lowerer) roots(pkg *ssa.Package) {
	names := make([]string, 0, len(pkg.Members))
	for name := range pkg.Members {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		switch m := pkg.Members[name].(type) {
		case *ssa.Function:
			l.enqueue(m)
		case *ssa.Type:
			l.methods(m.Type())
		}
	}
}

// methods queues the declared methods of a named type and describes the type,
// since its struct tags may carry defaults.
func (l *lowerer) methods(t types.Type) {
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() != l.in.Pkg {
		return // an alias of another package's type
	}
	l.typ(named)
	for i := range named.NumMethods() {
		if fn := l.prog.FuncValue(named.Method(i)); fn != nil {
			l.enqueue(fn)
		}
	}
}

func (l *lowerer) enqueue(fn *ssa.Function) {
	if fn == nil || l.queued[fn] {
		return
	}
	l.queued[fn] = true
	l.queue = append(l.queue, fn)
}

// exported lists the functions that somebody outside can call, other than in a
// test.
func (l *lowerer) exported(pkg *ssa.Package) {
	if l.in.Pkg.Name() == "main" {
		return
	}
	for i, f := range l.unit.Funcs {
		if f.Parent != "" || f.Synth {
			continue // a closure or a wrapper
		}
		public := true
		for _, part := range strings.Split(f.Name, ".") {
			public = public && token.IsExported(part)
		}
		if public && !l.forTests(f) {
			l.unit.Exported = append(l.unit.Exported, int32(i))
		}
	}
}

// forTests reports whether a function is handed a test or benchmark, which no
// program has.
func (l *lowerer) forTests(f *ir.Func) bool {
	return slices.ContainsFunc(f.Params, func(p ir.Param) bool {
		return strings.HasPrefix(l.unit.Types[p.Type].Symbol, "testing:")
	})
}

// Path returns an import path without what stands before a vendor directory.
func Path(p string) string {
	if i := strings.LastIndex(p, "/vendor/"); i >= 0 {
		return p[i+len("/vendor/"):]
	}
	return strings.TrimPrefix(p, "vendor/")
}

func (l *lowerer) str(s string) int32 {
	if i, ok := l.strings[s]; ok {
		return i
	}
	i := int32(len(l.unit.Strings))
	l.unit.Strings = append(l.unit.Strings, s)
	l.strings[s] = i
	return i
}

func (l *lowerer) constant(c ir.Const) int32 {
	if i, ok := l.consts[c]; ok {
		return i
	}
	i := int32(len(l.unit.Consts))
	l.unit.Consts = append(l.unit.Consts, c)
	l.consts[c] = i
	return i
}

func (l *lowerer) pos(p token.Pos) ir.Pos {
	if !p.IsValid() {
		return ir.Pos{File: -1}
	}
	at := l.in.Fset.PositionFor(p, false)
	i, ok := l.files[at.Filename]
	if !ok {
		i = int32(len(l.unit.Files))
		l.unit.Files = append(l.unit.Files, at.Filename)
		l.files[at.Filename] = i
	}
	return ir.Pos{File: i, Line: int32(at.Line), Col: int32(at.Column)}
}

// globals lists the package's variables, in the order of their names.
func (l *lowerer) globals(pkg *ssa.Package) {
	var all []*ssa.Global
	for _, m := range pkg.Members {
		if g, ok := m.(*ssa.Global); ok && !strings.HasPrefix(g.Name(), "init$") {
			all = append(all, g)
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name() < all[j].Name() })
	linkable, texts := linkables(pkg), l.embedded()
	for _, g := range all {
		elem := g.Type().Underlying().(*types.Pointer).Elem()
		l.unit.Globals = append(l.unit.Globals, ir.Global{
			Symbol: l.globalSymbol(g), Type: l.typ(elem),
			Exported: token.IsExported(g.Name()), Linkable: linkable[g], Text: texts[g.Object()], Pos: l.pos(g.Pos()),
		})
	}
}

func (l *lowerer) globalSymbol(g *ssa.Global) string {
	path := ""
	if g.Pkg != nil {
		path = Path(g.Pkg.Pkg.Path())
	}
	return path + ":" + g.Name()
}

// symbol names a function: import/path:Type.Method, closures F$1.
func (l *lowerer) symbol(fn *ssa.Function) string {
	if o := fn.Origin(); o != nil {
		fn = o
	}
	if p := fn.Parent(); p != nil {
		name := fn.Name()
		if i := strings.LastIndexByte(name, '$'); i >= 0 {
			name = name[i+1:]
		}
		return l.symbol(p) + "$" + name
	}
	if strings.HasPrefix(fn.Name(), "init#") { // several may be declared
		return Path(fn.Pkg.Pkg.Path()) + ":" + fn.Name()
	}
	if obj, ok := fn.Object().(*types.Func); ok && fn.Synthetic == "" {
		return Symbol(obj)
	}
	if obj, ok := fn.Object().(*types.Func); ok && fn.Pkg != nil && !strings.Contains(fn.Synthetic, "wrapper") && !strings.Contains(fn.Synthetic, "thunk") {
		return Symbol(obj)
	}
	if fn.Pkg != nil && fn.Synthetic != "" && fn.Object() == nil {
		return Path(fn.Pkg.Pkg.Path()) + ":" + fn.Name() // package initializer
	}
	if fn.Pkg != nil && fn.Object() == nil {
		return Path(fn.Pkg.Pkg.Path()) + ":" + fn.Name()
	}
	kind := fn.Synthetic
	if i := strings.IndexByte(kind, ' '); i >= 0 {
		kind = kind[:i]
	}
	return fn.RelString(nil) + "#" + kind
}

// Symbol names a declared function as import/path:Type.Method.
func Symbol(obj *types.Func) string {
	obj = obj.Origin()
	path := ""
	if obj.Pkg() != nil {
		path = Path(obj.Pkg().Path())
	}
	if recv := obj.Signature().Recv(); recv != nil {
		return path + ":" + typeName(recv.Type()) + "." + obj.Name()
	}
	return path + ":" + obj.Name()
}

func typeName(t types.Type) string {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		return t.Obj().Name()
	case *types.TypeParam:
		return t.Obj().Name()
	}
	return "_"
}

// linkables returns the package's string variables that -ldflags -X may set:
// no or a constant initialiser, never assigned, address never taken.
func linkables(pkg *ssa.Package) map[*ssa.Global]bool {
	out := map[*ssa.Global]bool{}
	for _, m := range pkg.Members {
		if g, ok := m.(*ssa.Global); ok {
			elem := g.Type().Underlying().(*types.Pointer).Elem()
			if b, ok := elem.(*types.Basic); ok && b.Kind() == types.String {
				out[g] = true
			}
		}
	}
	if len(out) == 0 {
		return out
	}
	for fn := range functionsOf(pkg) {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				for g := range assigned(fn, in) {
					delete(out, g)
				}
			}
		}
	}
	return out
}

// assigned returns the globals that in uses other than by loading them or by
// initialising them with a constant.
func assigned(fn *ssa.Function, in ssa.Instruction) map[*ssa.Global]bool {
	out := map[*ssa.Global]bool{}
	if u, ok := in.(*ssa.UnOp); ok && u.Op == token.MUL {
		return out
	}
	if s, ok := in.(*ssa.Store); ok {
		_, constant := s.Val.(*ssa.Const)
		if _, ok := s.Addr.(*ssa.Global); ok && constant && fn.Synthetic != "" && fn.Name() == "init" {
			return out
		}
	}
	for _, op := range in.Operands(nil) {
		if g, ok := (*op).(*ssa.Global); ok {
			out[g] = true
		}
	}
	return out
}

// functionsOf returns the functions and methods that pkg declares, with their
// closures.
func functionsOf(pkg *ssa.Package) map[*ssa.Function]bool {
	out := map[*ssa.Function]bool{}
	var add func(fn *ssa.Function)
	add = func(fn *ssa.Function) {
		if fn == nil || out[fn] {
			return
		}
		out[fn] = true
		for _, anon := range fn.AnonFuncs {
			add(anon)
		}
	}
	for _, m := range pkg.Members {
		switch m := m.(type) {
		case *ssa.Function:
			add(m)
		case *ssa.Type:
			if named, ok := types.Unalias(m.Type()).(*types.Named); ok {
				for i := range named.NumMethods() {
					add(pkg.Prog.FuncValue(named.Method(i)))
				}
			}
		}
	}
	return out
}

// directives notes files that reach around the type checker: cgo and linkname.
func (l *lowerer) directives() {
	for _, f := range l.in.Files {
		for _, imp := range f.Imports {
			if imp.Path.Value == `"C"` {
				l.unit.Blind = append(l.unit.Blind, ir.Blind{Kind: "cgo", Pos: l.pos(imp.Pos())})
			}
		}
		for _, group := range f.Comments {
			for _, c := range group.List {
				if strings.HasPrefix(c.Text, "//go:linkname ") {
					l.unit.Blind = append(l.unit.Blind, ir.Blind{Kind: "linkname", Pos: l.pos(c.Pos())})
				}
			}
		}
	}
}
