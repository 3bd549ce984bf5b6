package load_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
)

const dependency = `
-- dep/go.mod --
module example.org/dep/v2

go 1.23
-- dep/sub/sub.go --
package sub

func Sub() {}
`

func TestReplacedModule(t *testing.T) {
	dir := tree(t, `
-- app/go.mod --
module example.org/app

go 1.24

require example.org/dep/v2 v2.1.0

replace example.org/dep/v2 => ../dep
-- app/main.go --
package main

import "example.org/dep/v2/sub"

func main() { sub.Sub() }
`+dependency)
	prog := mustLoad(t, load.Config{Dir: filepath.Join(dir, "app"), Patterns: []string{"./..."}})
	compare(t, prog, shape{
		Packages: []string{"example.org/dep/v2/sub", "example.org/app !"},
		Files:    []string{"example.org/dep/v2@v2.1.0/sub/sub.go", "main.go"},
	})
	if !prog.Inside("main.go") || prog.Inside("example.org/dep/v2@v2.1.0/sub/sub.go") {
		t.Error("main.go must be inside the audited module, the replaced module's file outside")
	}
}

func TestVendoredModule(t *testing.T) {
	dir := tree(t, `
-- go.mod --
module example.org/app

go 1.24

require example.org/dep/v2 v2.1.0
-- main.go --
package main

import "example.org/dep/v2/sub"

func main() { sub.Sub() }
-- vendor/modules.txt --
# example.org/dep/v2 v2.1.0
## explicit; go 1.23
example.org/dep/v2/sub
-- vendor/example.org/dep/v2/sub/sub.go --
package sub

func Sub() {}
`)
	prog := mustLoad(t, load.Config{Dir: dir, Patterns: []string{"./..."}})
	compare(t, prog, shape{
		Packages: []string{"example.org/dep/v2/sub", "example.org/app !"},
		Files:    []string{"example.org/dep/v2@v2.1.0/sub/sub.go", "main.go"},
	})
}

func TestWorkspace(t *testing.T) {
	dir := tree(t, `
-- go.work --
go 1.24

use (
	./app
	./dep
)
-- app/go.mod --
module example.org/app

go 1.24
-- app/main.go --
package main

import "example.org/dep/v2/sub"

func main() { sub.Sub() }
`+dependency)
	prog := mustLoad(t, load.Config{Dir: dir, Patterns: []string{"./app/...", "./dep/..."}})
	compare(t, prog, shape{
		Packages: []string{"example.org/dep/v2/sub .", "example.org/app !"},
		Files:    []string{"dep/sub/sub.go", "app/main.go"},
	})
	var modules []string
	for _, m := range prog.Modules {
		modules = append(modules, m.Path)
	}
	if diff := cmp.Diff([]string{"example.org/app", "example.org/dep/v2"}, modules); diff != "" {
		t.Errorf("main modules (-want +got):\n%s", diff)
	}
}

func TestModuleBelowTheRepositoryRoot(t *testing.T) {
	dir := tree(t, dependency)
	prog := mustLoad(t, load.Config{Dir: filepath.Join(dir, "dep", "sub"), Patterns: []string{"."}})
	compare(t, prog, shape{
		Packages: []string{"example.org/dep/v2/sub ."},
		Files:    []string{"sub/sub.go"},
	})
}

func TestGopathMode(t *testing.T) {
	dir := tree(t, `
-- src/example.org/app/main.go --
package main

import (
	"example.org/dep/sub"
	"example.org/vendored"
)

func main() { sub.Sub(); vendored.F() }
-- src/example.org/app/vendor/example.org/vendored/v.go --
package vendored

func F() {}
-- src/example.org/dep/sub/sub.go --
package sub

func Sub() {}
`)
	prog := mustLoad(t, load.Config{
		Dir: filepath.Join(dir, "src", "example.org", "app"), Patterns: []string{"."},
		Env: offline("GO111MODULE=off", "GOPATH="+dir),
	})
	compare(t, prog, shape{
		Packages: []string{"example.org/dep/sub", "example.org/app/vendor/example.org/vendored", "example.org/app !"},
		Files:    []string{"example.org/dep/sub/sub.go", "example.org/vendored/v.go", "main.go"},
	})
}

func TestFilesAsPatterns(t *testing.T) {
	dir := tree(t, hello)
	prog := mustLoad(t, load.Config{Dir: dir, Patterns: []string{"main.go"}})
	compare(t, prog, shape{
		Packages: []string{"example.org/hello/send", "command-line-arguments !"},
		Files:    []string{"send/send.go", "main.go"},
	})
}

const cgo = `
-- go.mod --
module example.org/cgo

go 1.24
-- c/c.go --
package c

// int one(void) { return 1; }
import "C"

func One() int { return int(C.one()) }
`

func TestCgoPositionsAreThoseOfTheSource(t *testing.T) {
	if _, err := exec.LookPath("gcc"); err != nil {
		t.Log("no C compiler: only the loose check is tested")
		return
	}
	prog := mustLoad(t, load.Config{Dir: tree(t, cgo), Patterns: []string{"./c"}, Env: offline("CGO_ENABLED=1")})
	if len(prog.NotAnalysed) > 0 {
		t.Errorf("not analysed: %v", prog.NotAnalysed)
	}
	one := prog.Packages[0].Types.Scope().Lookup("One")
	if place := prog.Fset.Position(one.Pos()); place.Filename != "c/c.go" || place.Line != 6 {
		t.Errorf("One is at %v, want c/c.go:6", place)
	}
	if _, err := prog.Source("c/c.go"); err != nil {
		t.Error(err)
	}
}

func TestCgoWithoutCompilerKeepsThePackage(t *testing.T) {
	prog := mustLoad(t, load.Config{Dir: tree(t, cgo), Patterns: []string{"./c"}, Env: offline("CGO_ENABLED=1", "CC=no-such-compiler")})
	compare(t, prog, shape{
		Packages: []string{"example.org/cgo/c ."},
		Files:    []string{"c/c.go"},
		Not:      map[string][]string{"example.org/cgo/c": {"cgo could not be run"}},
	})
	if prog.Packages[0].Types.Scope().Lookup("One") == nil {
		t.Error("the package has lost its function")
	}
}

func TestPositionsDoNotDependOnWorkers(t *testing.T) {
	dir := tree(t, hello)
	var last string
	for range 3 {
		prog := mustLoad(t, load.Config{Dir: dir, Patterns: []string{"./..."}})
		var all strings.Builder
		for _, pkg := range prog.Packages {
			for _, file := range pkg.Files {
				all.WriteString(prog.Fset.Position(file.Package).String())
				all.WriteByte(byte(file.Package))
			}
		}
		if last != "" && last != all.String() {
			t.Fatalf("positions differ between runs: %q and %q", last, all.String())
		}
		last = all.String()
	}
}
