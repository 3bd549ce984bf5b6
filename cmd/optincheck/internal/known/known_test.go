package known

import (
	"go/types"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"
)

// What the data says of the standard library is true of the one at hand: the
// functions exist, and have the arguments that the entries count.
func TestStandardLibrary(t *testing.T) {
	table, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	paths := map[string]bool{}
	for symbol, e := range table {
		if path, _, _ := strings.Cut(symbol, ":"); e.Role != "dir" && !strings.Contains(path, ".") {
			paths[path] = true
		}
	}
	pkgs, err := packages.Load(&packages.Config{Mode: packages.NeedName | packages.NeedTypes}, slices.Sorted(maps.Keys(paths))...)
	if err != nil {
		t.Fatal(err)
	}
	byPath := map[string]*types.Package{}
	for _, pkg := range pkgs {
		byPath[pkg.PkgPath] = pkg.Types
	}
	for symbol, e := range table {
		path, name, _ := strings.Cut(symbol, ":")
		if !paths[path] || e.Role == "dir" {
			continue
		}
		fn := lookup(byPath[path], name)
		if fn == nil {
			t.Errorf("%s: there is no such function", symbol)
			continue
		}
		args := fn.Signature().Params().Len()
		if fn.Signature().Recv() != nil {
			args++
		}
		for key := range e.keys {
			if i := e.Index(key); i >= args && key != "bits" {
				t.Errorf("%s: %s=%d, but it has %d arguments", symbol, key, i, args)
			}
		}
	}
}

func lookup(pkg *types.Package, name string) *types.Func {
	typ, method, ok := strings.Cut(name, ".")
	obj := pkg.Scope().Lookup(typ)
	if !ok || obj == nil {
		fn, _ := obj.(*types.Func)
		return fn
	}
	member, _, _ := types.LookupFieldOrMethod(obj.Type(), true, pkg, method)
	fn, _ := member.(*types.Func)
	return fn
}

// A mistake in the data is an error with its line.
func TestMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"# fine\n\nread os:ReadFile path=0\n":    "",
		"\nreads os:ReadFile path=0\n":           `known.txt:2: unknown role "reads"`,
		"read\n":                                 "known.txt:1: no symbol",
		"read ReadFile\n":                        "known.txt:1: no symbol",
		"read os:ReadFile file=0\n":              `known.txt:1: bad word "file=0"`,
		"read os:ReadFile path=\n":               `known.txt:1: bad word "path="`,
		"read os:ReadFile path=0 path=1\n":       `known.txt:1: bad word "path=1"`,
		"sync os:File.Sync\nsync os:File.Sync\n": "known.txt:2: os:File.Sync stands there twice",
	} {
		_, err := parse(text)
		switch {
		case want == "" && err != nil:
			t.Errorf("%q: %v", text, err)
		case want != "" && (err == nil || !strings.HasPrefix(err.Error(), want)):
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// A path is of the directory that it is in, not of one whose name it begins
// with.
func TestWhose(t *testing.T) {
	table, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ kind, name, want string }{
		{"path", "/etc", "system"},
		{"path", "/etc/program/token", "system"},
		{"path", "/etcetera", ""},
		{"path", `C:\ProgramData\program`, "system"},
		{"path", "token", ""},
		{"env", "HOME", "user"},
		{"env", "ProgramData", "system"},
		{"env", "PROGRAM_TOKEN", ""},
	} {
		if got := table.Whose(test.kind, test.name); got != test.want {
			t.Errorf("%s %s is %q, want %q", test.kind, test.name, got, test.want)
		}
	}
}
