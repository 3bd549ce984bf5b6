package load_test

import (
	"errors"
	"go/ast"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
)

// tree writes the files of an archive to a new directory.
func tree(t *testing.T, archive string) string {
	t.Helper()
	dir := t.TempDir()
	for _, file := range txtar.Parse([]byte(archive)).Files {
		path := filepath.Join(dir, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, file.Data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// offline is an environment in which nothing can be fetched.
func offline(extra ...string) []string {
	return append(os.Environ(), append([]string{"GOPROXY=off", "GOFLAGS=", "GOWORK=", "GO111MODULE="}, extra...)...)
}

func mustLoad(t *testing.T, cfg load.Config) *load.Program {
	t.Helper()
	if cfg.Env == nil {
		cfg.Env = offline()
	}
	prog, err := load.Load(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return prog
}

// shape is what the tests compare of a program.
type shape struct {
	Packages []string            // in order; main programs with a "!", other matched ones with a "."
	Files    []string            // as positions name them
	Not      map[string][]string // package to words that its reason must hold
}

// compare checks the shape of a program.
func compare(t *testing.T, prog *load.Program, want shape) {
	t.Helper()
	got := shape{Not: map[string][]string{}}
	for _, pkg := range prog.Packages {
		path := pkg.Types.Path()
		switch {
		case pkg.Main:
			path += " !"
		case pkg.Matched:
			path += " ."
		}
		got.Packages = append(got.Packages, path)
		for _, file := range pkg.Files {
			got.Files = append(got.Files, prog.Fset.Position(file.Package).Filename)
		}
	}
	for _, not := range prog.NotAnalysed {
		got.Not[not.Package] = want.Not[not.Package]
		for _, words := range want.Not[not.Package] {
			if !strings.Contains(not.Reason, words) {
				t.Errorf("reason for %s is %q, want %q in it", not.Package, not.Reason, words)
			}
		}
	}
	if want.Not == nil {
		want.Not = map[string][]string{}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("program differs (-want +got):\n%s", diff)
	}
}

const hello = `
-- go.mod --
module example.org/hello

go 1.24
-- main.go --
package main

import (
	"net/http"

	"example.org/hello/send"
)

func main() { send.Send(http.DefaultClient) }
-- send/send.go --
package send

import "net/http"

func Send(c *http.Client) { c.Get("http://collector.example/") }
-- send/send_plan9.go --
package send
-- send/_scratch.go --
package scratch
-- send/send_test.go --
package send

import "testing"

func TestSend(t *testing.T) { Send(nil) }
`

func TestDependenciesComeFirst(t *testing.T) {
	prog := mustLoad(t, load.Config{Dir: tree(t, hello), Patterns: []string{"."}})
	compare(t, prog, shape{
		Packages: []string{"example.org/hello/send", "example.org/hello !"},
		Files:    []string{"send/send.go", "main.go"},
	})
	if got, want := prog.Packages[0].Ignored, []string{"send/send_plan9.go"}; !slices.Equal(got, want) {
		t.Errorf("ignored files are %v, want %v", got, want)
	}
	if text, err := prog.Source("send/send.go"); err != nil || !strings.HasPrefix(string(text), "package send") {
		t.Errorf("Source gives %q, %v", text, err)
	}
	if _, err := prog.Source("go.mod"); err == nil {
		t.Error("Source opens a file that is not of the program")
	}
	if name := prog.Name(filepath.Join(prog.Dir, "go.mod")); name != "go.mod" {
		t.Errorf("go.mod is named %q", name)
	}
	if _, err := prog.Source("go.mod"); err != nil {
		t.Errorf("Source does not open a file that Name has named: %v", err)
	}
}

// The standard library's types are the same objects for every package, so
// that a value of one package is assignable in another.
func TestOneUniverse(t *testing.T) {
	prog := mustLoad(t, load.Config{Dir: tree(t, hello), Patterns: []string{"."}})
	send, main := prog.Packages[0], prog.Packages[1]
	param := send.Types.Scope().Lookup("Send")
	for id, use := range main.Info.Uses {
		if id.Name == "Send" && use != param {
			t.Errorf("main uses another Send than package send declares")
		}
	}
	if main.Info.TypeOf(main.Files[0].Decls[1].(*ast.FuncDecl).Name) == nil {
		t.Error("main has no types")
	}
}

func TestTestsAreLeftOutUnlessAsked(t *testing.T) {
	prog := mustLoad(t, load.Config{Dir: tree(t, hello), Patterns: []string{"./send"}, Tests: true})
	var matched []string
	for _, pkg := range prog.Packages {
		if pkg.Matched {
			for _, file := range pkg.Files {
				matched = append(matched, prog.Fset.Position(file.Package).Filename)
			}
		}
	}
	slices.Sort(matched)
	want := []string{"send/_generated0.go", "send/send.go", "send/send_test.go"}
	if diff := cmp.Diff(want, matched); diff != "" {
		t.Errorf("matched files, each once, and the test's main (-want +got):\n%s", diff)
	}
}

func TestBuildDecidesFiles(t *testing.T) {
	dir := tree(t, `
-- go.mod --
module example.org/files

go 1.24
-- a.go --
package files

func F() {}
-- b_plan9.go --
package files
-- c_linux.go --
package files
-- d.go --
//go:build extra

package files
`)
	prog := mustLoad(t, load.Config{Dir: dir, Patterns: []string{"."}, Goos: "plan9", Goarch: "386", Tags: []string{"other", "extra"}})
	compare(t, prog, shape{
		Packages: []string{"example.org/files ."},
		Files:    []string{"a.go", "b_plan9.go", "d.go"},
	})
	if prog.Goos != "plan9" || prog.Goarch != "386" {
		t.Errorf("build is %s/%s", prog.Goos, prog.Goarch)
	}
	if size := prog.Packages[0].Sizes.Sizeof(prog.Packages[0].Types.Scope().Lookup("F").Type()); size != 4 {
		t.Errorf("a function value has %d bytes on 386, want 4", size)
	}
}

func TestBrokenPackagesAreListedAndTheRestIsThere(t *testing.T) {
	dir := tree(t, `
-- go.mod --
module example.org/broken

go 1.24
-- main.go --
package main

import (
	_ "example.org/broken/embed"
	_ "example.org/broken/missing"
	_ "example.org/broken/syntax"
	_ "example.org/broken/typed"
)

func main() {}
-- embed/embed.go --
package embed

import _ "embed"

//go:embed gone.txt
var Text string
-- missing/missing.go --
package missing

import (
	"example.com/nowhere"
	"example.org/broken/gone"
)

func Good() int { return 1 }
func Bad() { nowhere.F(gone.X) }
-- syntax/syntax.go --
package syntax

func Good() int { return 1 }
func {
-- typed/typed.go --
package typed

func Good() int { return 1 }
func Bad() int { return "no" }
func Worse() { undefined() }
`)
	prog := mustLoad(t, load.Config{Dir: dir, Patterns: []string{"./..."}})
	compare(t, prog, shape{
		Packages: []string{
			"example.org/broken/embed .", "example.org/broken/missing .",
			"example.org/broken/syntax .", "example.org/broken/typed .", "example.org/broken !",
		},
		Files: []string{"embed/embed.go", "missing/missing.go", "syntax/syntax.go", "typed/typed.go", "main.go"},
		Not: map[string][]string{
			"example.com/nowhere":        {"no required module provides package example.com/nowhere"},
			"example.org/broken/embed":   {"embed/embed.go:5:12: ", "gone.txt: no matching files found"},
			"example.org/broken/gone":    {"example.org/broken/gone"},
			"example.org/broken/missing": {"missing/missing.go:4:2: could not import example.com/nowhere", "(and 1 more)"},
			"example.org/broken/syntax":  {"syntax/syntax.go:4:6: "},
			"example.org/broken/typed":   {"typed/typed.go:4:25: ", "(and 1 more)"},
		},
	})
	for _, pkg := range prog.Packages {
		if pkg.Types.Path() != "example.org/broken" && pkg.Types.Path() != "example.org/broken/embed" && pkg.Types.Scope().Lookup("Good") == nil {
			t.Errorf("%s has lost its well-typed function", pkg.Types.Path())
		}
	}
}

func TestNothingToAudit(t *testing.T) {
	dir := tree(t, hello+"-- docs/readme.txt --\nhello\n")
	for pattern, words := range map[string]string{
		"./docs/...": "no packages match ./docs/...",
		"./docs":     "no Go files in docs",
		"./nope":     "directory not found",
		"net/http":   "the standard library is taken as known",
	} {
		_, err := load.Load(load.Config{Dir: dir, Env: offline(), Patterns: []string{pattern}})
		var nothing *load.NothingError
		if !errors.As(err, &nothing) || !strings.Contains(err.Error(), words) {
			t.Errorf("%s: error is %v, want a NothingError with %q", pattern, err, words)
		}
	}
}

func TestOneMissingPatternDoesNotHideTheOther(t *testing.T) {
	prog := mustLoad(t, load.Config{Dir: tree(t, hello), Patterns: []string{"./send", "./nope"}})
	compare(t, prog, shape{
		Packages: []string{"example.org/hello/send ."},
		Files:    []string{"send/send.go"},
		Not:      map[string][]string{"./nope": {"directory not found"}},
	})
}

func TestListErrors(t *testing.T) {
	dir := tree(t, hello)
	for name, cfg := range map[string]load.Config{
		"unsupported GOOS/GOARCH": {Dir: dir, Goos: "plan10", Patterns: []string{"."}},
	} {
		if cfg.Env == nil {
			cfg.Env = offline()
		}
		_, err := load.Load(cfg)
		var list *load.ListError
		if !errors.As(err, &list) || !strings.Contains(err.Error(), name) || strings.Contains(err.Error(), "err:") {
			t.Errorf("error is %v, want %q", err, name)
		}
	}
}

func TestModuleForANewerGoIsReadAllTheSame(t *testing.T) {
	dir := tree(t, "-- go.mod --\nmodule example.org/m\n\ngo 1.999\n-- m.go --\npackage m\n")
	prog := mustLoad(t, load.Config{Dir: dir, Env: offline("GOTOOLCHAIN=local"), Patterns: []string{"."}})
	if len(prog.Packages) != 1 || len(prog.NotAnalysed) != 1 || !strings.Contains(prog.NotAnalysed[0].Reason, "go.mod asks for go 1.999; it was read with go 1.") {
		t.Errorf("packages %v, not analysed %v", prog.Packages, prog.NotAnalysed)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "go.mod")); err != nil || !strings.Contains(string(text), "go 1.999") {
		t.Errorf("go.mod was changed: %q, %v", text, err)
	}
}

func TestNoGoCommand(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	_, err := load.Load(load.Config{Dir: ".", Patterns: []string{"."}})
	if !errors.Is(err, load.ErrNoGo) {
		t.Errorf("Load: error is %v, want ErrNoGo", err)
	}
	if _, err := load.Changed(load.Config{}, []string{"load.go"}); !errors.Is(err, load.ErrNoGo) {
		t.Errorf("Changed: error is %v, want ErrNoGo", err)
	}
}

func TestModuleThatCannotBeHadIsLeftOut(t *testing.T) {
	const sums = "example.org/gone v1.0.0 h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\nexample.org/gone v1.0.0/go.mod h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
	const sources = "-- m.go --\npackage m\n-- sub/sub.go --\npackage sub\n\nimport \"example.org/gone/away\"\n\nvar _ = away.Away\n-- go.sum --\n" + sums
	for name, mod := range map[string]string{
		"required":      "module example.org/m\n\ngo 1.16\n\nrequire example.org/gone v1.0.0\n",
		"replaced with": "module example.org/m\n\ngo 1.16\n\nrequire example.org/old v1.0.0\n\nreplace example.org/old => example.org/gone v1.0.0\n",
	} {
		dir := tree(t, "-- go.mod --\n"+mod+sources)
		env := offline("GOPROXY=file://"+filepath.ToSlash(t.TempDir()), "GONOSUMDB=*", "GOVCS=*:off")
		prog := mustLoad(t, load.Config{Dir: dir, Env: env, Patterns: []string{"./..."}})
		listed := map[string]bool{}
		for _, n := range prog.NotAnalysed {
			listed[n.Package] = true
		}
		if !listed["example.org/gone"] || !listed["example.org/m/sub"] || listed["example.org/m"] {
			t.Errorf("%s: not analysed: %v", name, prog.NotAnalysed)
		}
		if text, err := os.ReadFile(filepath.Join(dir, "go.mod")); err != nil || string(text) != mod {
			t.Errorf("%s: go.mod was changed: %q, %v", name, text, err)
		}
	}
}
