package world

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// What the data says of the standard library and of golang.org/x/sys is true
// of the ones at hand.
func TestStandardLibrary(t *testing.T) {
	std := []string{"net", "net/http", "net/http/httputil", "net/smtp", "net/rpc", "net/rpc/jsonrpc", "net/textproto", "crypto/tls", "log/syslog", "context"}
	systems := []map[string]*types.Package{
		loadTypes(t, "linux", append(append(std, codePackages...), "os", "os/user", "runtime", "runtime/debug", "math/rand", "math/rand/v2", "crypto/rand", "syscall", "time", "net/url", "mime/multipart", "os/exec", "golang.org/x/sys/unix")...),
		loadTypes(t, "windows", "syscall", "golang.org/x/sys/windows"),
		loadTypes(t, "darwin", "golang.org/x/sys/unix"),
	}
	w := mustLoad(t)
	t.Run("identity", func(t *testing.T) { testIdentityExists(t, w, systems) })
	t.Run("limits", func(t *testing.T) {
		for symbol := range w.limits {
			if lookup(systems, symbol) == nil {
				t.Errorf("limit %s: no such function or field on Linux, Windows or macOS", symbol)
			}
		}
	})
	t.Run("flows", func(t *testing.T) { testFlowsExist(t, w, systems) })
	t.Run("sinks", func(t *testing.T) { testSinksExist(t, w, systems) })
	t.Run("code", func(t *testing.T) { testCodeExists(t, w, systems) })
	for _, path := range std {
		t.Run("complete/"+path, func(t *testing.T) { testSinksComplete(t, w, systems[0][path]) })
	}
}

// Every sink of the data is a function that exists, with a destination and a
// network argument of a fitting type.
func testSinksExist(t *testing.T, w *World, systems []map[string]*types.Package) {
	for _, s := range append(sorted(w.sinks), sorted(w.notSinks)...) {
		fn, ok := lookup(systems, s).(*types.Func)
		if !ok {
			t.Errorf("sink %s: no such function on Linux, Windows or macOS", s)
			continue
		}
		sink, ok := w.Sink(s)
		if !ok {
			continue // documented as no sink
		}
		if err := fits(fn, sink); err != nil {
			t.Errorf("sink %s: %v", s, err)
		}
	}
}

// Every identity source of the standard library exists, fields as fields.
func testIdentityExists(t *testing.T, w *World, systems []map[string]*types.Package) {
	for id := range w.identity {
		first, _, _ := strings.Cut(id[1], "/")
		std := !strings.Contains(first, ".") || strings.HasPrefix(id[1], "golang.org/x/sys/")
		if id[0] != "symbol" && id[0] != "field" || !std {
			continue
		}
		obj := lookup(systems, id[1])
		if obj == nil { // the data name all major versions alike
			obj = lookup(systems, strings.Replace(id[1], "math/rand:", "math/rand/v2:", 1))
		}
		v, isVar := obj.(*types.Var)
		if obj == nil || (id[0] == "field") != (isVar && v.IsField()) {
			t.Errorf("identity %s %s: no such %s on Linux, Windows or macOS", id[0], id[1], id[0])
		}
	}
}

// Every carrier of the standard library that is loaded here exists, with the
// arguments that it is said to have.
func testFlowsExist(t *testing.T, w *World, systems []map[string]*types.Package) {
	for field := range w.partOf {
		path, _, _ := strings.Cut(field, ":")
		if v, ok := lookup(systems, field).(*types.Var); systems[0][path] != nil && (!ok || !v.IsField()) {
			t.Errorf("part %s: no such field", field)
		}
	}
	for symbol, carriers := range w.carriers {
		if path, _, _ := strings.Cut(symbol, ":"); systems[0][path] == nil {
			continue
		}
		fn, ok := lookup(systems, symbol).(*types.Func)
		if !ok {
			t.Errorf("carrier %s: no such function", symbol)
			continue
		}
		for _, c := range carriers {
			if n := fn.Signature().Params().Len(); c.Arg >= n || c.Key >= n {
				t.Errorf("carrier %s: it has %d arguments only", symbol, n)
			}
		}
	}
}

// A function of the standard library that looks like a sink by its name is
// listed, as a sink or as none.
func testSinksComplete(t *testing.T, w *World, pkg *types.Package) {
	suspicious := regexp.MustCompile(`Dial|Lookup|Resolve|RoundTrip|SendMail|^WriteTo|^WriteMsg|^NewClientConn$`)
	client := regexp.MustCompile(`^net/http:(Client\.)?(Do|Get|Head|Post|PostForm)$`)
	for _, fn := range exported(pkg) {
		symbol := symbolOf(fn)
		if !suspicious.MatchString(fn.Name()) && !client.MatchString(symbol) {
			continue
		}
		if _, ok := w.Sink(symbol); !ok && w.notSinks[symbol] == "" {
			t.Errorf("%s is neither a sink nor documented as none; add a line to sinks.txt", symbol)
		}
	}
}

// loadTypes loads packages from source, without function bodies.
func loadTypes(t *testing.T, goos string, paths ...string) map[string]*types.Package {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{
		Mode: packages.NeedName | packages.NeedTypes | packages.NeedSyntax | packages.NeedTypesInfo | packages.NeedImports | packages.NeedDeps,
		Env:  append(os.Environ(), "GOOS="+goos, "GOARCH=amd64", "CGO_ENABLED=0"),
		ParseFile: func(fset *token.FileSet, name string, src []byte) (*ast.File, error) {
			f, err := parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
			if f != nil {
				for _, d := range f.Decls {
					if fn, ok := d.(*ast.FuncDecl); ok {
						fn.Body = nil
					}
				}
			}
			return f, err
		},
	}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]*types.Package{}
	for _, p := range pkgs {
		m[p.PkgPath] = p.Types
	}
	return m
}

// lookup returns what has that symbol on the first system that has it, or
// nil.
func lookup(systems []map[string]*types.Package, symbol string) types.Object {
	path, name, _ := strings.Cut(symbol, ":")
	typ, member, isMember := strings.Cut(name, ".")
	for _, pkgs := range systems {
		if pkgs[path] == nil {
			continue
		}
		obj := pkgs[path].Scope().Lookup(typ)
		if obj != nil && isMember {
			obj, _, _ = types.LookupFieldOrMethod(obj.Type(), true, pkgs[path], member)
		}
		if obj != nil {
			return obj
		}
	}
	return nil
}

// exported returns the exported functions and the methods of exported types.
func exported(pkg *types.Package) []*types.Func {
	var fns []*types.Func
	for _, name := range pkg.Scope().Names() {
		obj := pkg.Scope().Lookup(name)
		if !obj.Exported() {
			continue
		}
		switch obj := obj.(type) {
		case *types.Func:
			fns = append(fns, obj)
		case *types.TypeName:
			for sel := range types.NewMethodSet(types.NewPointer(obj.Type())).Methods() {
				if fn := sel.Obj().(*types.Func); fn.Exported() && fn.Pkg() == pkg {
					fns = append(fns, fn)
				}
			}
			if iface, ok := obj.Type().Underlying().(*types.Interface); ok {
				for fn := range iface.ExplicitMethods() {
					fns = append(fns, fn)
				}
			}
		}
	}
	return fns
}

func symbolOf(fn *types.Func) string {
	recv := fn.Signature().Recv()
	if recv == nil {
		return fn.Pkg().Path() + ":" + fn.Name()
	}
	typ := recv.Type()
	if p, ok := typ.(*types.Pointer); ok {
		typ = p.Elem()
	}
	return fn.Pkg().Path() + ":" + typ.(*types.Named).Obj().Name() + "." + fn.Name()
}

// fits reports what does not fit between a sink and the function it is about.
func fits(fn *types.Func, s Sink) error {
	sig := fn.Signature()
	if s.Iface != (sig.Recv() != nil && types.IsInterface(sig.Recv().Type())) {
		return fmt.Errorf("iface entries are for interface methods, and only they are")
	}
	if s.Network >= 0 && argType(sig, s.Network) != "string" {
		return fmt.Errorf("network argument %d is a %s", s.Network, argType(sig, s.Network))
	}
	want := map[string]*regexp.Regexp{
		InRequest:  regexp.MustCompile(`^\*net/http\.Request$`),
		InURL:      regexp.MustCompile(`^string$`),
		InHost:     regexp.MustCompile(`^string$`),
		InAddr:     regexp.MustCompile(`^string$`),
		InNetAddr:  regexp.MustCompile(`^(net\.Addr|\*net\.\w+Addr|net/netip\.Addr|net/netip\.AddrPort)$`),
		InSockaddr: regexp.MustCompile(`Sockaddr|WSAMsg`),
	}[s.Dest.Form]
	switch {
	case want != nil && !want.MatchString(argType(sig, s.Dest.Arg)):
		return fmt.Errorf("argument %d is a %s, no %s", s.Dest.Arg, argType(sig, s.Dest.Arg), s.Dest.Form)
	case want == nil && sig.Recv() == nil:
		return fmt.Errorf("a function has no receiver to find the destination in")
	case s.Dest.Form == InField:
		if obj, _, _ := types.LookupFieldOrMethod(sig.Recv().Type(), true, fn.Pkg(), s.Dest.Field); obj == nil {
			return fmt.Errorf("no field %s", s.Dest.Field)
		}
	}
	return nil
}

func argType(sig *types.Signature, i int) string {
	if i >= sig.Params().Len() {
		return "missing argument"
	}
	return sig.Params().At(i).Type().String()
}
