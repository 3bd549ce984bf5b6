package analyzers_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/internal/discover"
)

const sender = `package main

import (
	"net/http"

	"example.org/corpus/leftout/settings"
)

func main() {
	STATEMENT
	http.Get("http://collector.example/usage?event=start")
}
`

const settings = `package settings

type Settings struct{ Off bool }

func Off() bool { return true }

func Use(s *Settings) { s.Off = true }

func Name() string { return "x" }
`

// A dependency that neither sends nor asks is left out under go vet. What it
// decides is not known then, and nobody is accused of it; what it has no part
// in is said as before.
func TestWhatRestsOnALeftOutDependencyIsNotSaid(t *testing.T) {
	t.Setenv(discover.PolicyVar, discover.Builtin)
	cases := []struct {
		name, statement string
		own, left       bool // findings where settings is the user's package, and a dependency
	}{
		{"nothing-asked", `println(settings.Name())`, true, true},
		{"its-word-is-no", `if settings.Off() { return }`, false, false},
		{"its-word-is-yes", `if !settings.Off() { return }`, true, false},
		{"it-fills-a-field", `s := &settings.Settings{Off: true}; settings.Use(s); if s.Off { return }`, false, false},
		{"nobody-fills-a-field", `s := &settings.Settings{Off: false}; if s.Off { return }`, true, true},
	}
	programs := map[string]string{}
	for _, c := range cases {
		programs[c.name] = strings.Replace(sender, "STATEMENT", c.statement, 1)
	}
	pkgs, lib := load(t, programs)
	lib.Module = &packages.Module{Path: "example.org/settings"}
	own := reported(t, pkgs)
	lib.Module.Version = "v1.0.0"
	left := reported(t, pkgs)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got := own["example.org/corpus/leftout/"+c.name]; got != c.own {
				t.Errorf("own package: findings %v, want %v", got, c.own)
			}
			if got := left["example.org/corpus/leftout/"+c.name]; got != c.left {
				t.Errorf("left out: findings %v, want %v", got, c.left)
			}
		})
	}
}

// load loads programs by their names, and package settings that they import.
func load(t *testing.T, programs map[string]string) (pkgs []*packages.Package, lib *packages.Package) {
	t.Helper()
	root, err := filepath.Abs("../testdata/corpus")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(root, "leftout")
	files := map[string][]byte{filepath.Join(dir, "settings", "settings.go"): []byte(settings)}
	var paths []string
	for name, code := range programs {
		files[filepath.Join(dir, name, "main.go")] = []byte(code)
		paths = append(paths, "example.org/corpus/leftout/"+name)
	}
	mode := packages.LoadAllSyntax | packages.NeedModule
	pkgs, err = packages.Load(&packages.Config{Mode: mode, Dir: root, Overlay: files}, paths...)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pkgs {
		lib = p.Imports["example.org/corpus/leftout/settings"]
		if lib == nil || len(p.Errors)+len(lib.Errors) > 0 {
			t.Fatalf("%s does not load: %v", p.PkgPath, p.Errors)
		}
	}
	return pkgs, lib
}

// reported runs the suite and returns the packages that have findings.
func reported(t *testing.T, pkgs []*packages.Package) map[string]bool {
	t.Helper()
	graph, err := checker.Analyze(analyzers.All(), pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Error(act.Err)
		}
		if len(act.Diagnostics) > 0 {
			found[act.Package.PkgPath] = true
		}
	}
	return found
}
