package comparison

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/properties"
)

var update = flag.Bool("update", false, "write reference.json")

const referencePackage = "github.com/optincheck/optincheck/policy/token"

// TestReference holds reference.json to policy/token as it is.
func TestReference(t *testing.T) {
	prog, pkgs := loaded(t, filepath.Join("..", "..", "..", ".."), "./policy/token")
	impl := &Implementation{Packages: []string{referencePackage}, Properties: extractor(t).Extract(prog.Fset, pkgs)}
	want, err := json.MarshalIndent(impl, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	again, err := json.MarshalIndent(&Implementation{Packages: impl.Packages, Properties: extractor(t).Extract(prog.Fset, pkgs)}, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(append(again, '\n'), want) {
		t.Error("the same sources give other properties the second time")
	}
	if *update {
		if err := os.WriteFile("reference.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(want, reference) {
		t.Error("reference.json is stale; run go generate ./cmd/optincheck/internal/comparison, and read what has changed")
	}
}

func extractor(t *testing.T) *properties.Extractor {
	t.Helper()
	e, err := properties.NewExtractor()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// loaded loads the packages that match patterns in a directory.
func loaded(t *testing.T, dir string, patterns ...string) (*load.Program, []*egress.Package) {
	t.Helper()
	prog, err := load.Load(load.Config{Dir: dir, Patterns: patterns, Goos: "linux", Goarch: "amd64"})
	if err != nil {
		t.Fatal(err)
	}
	var pkgs []*egress.Package
	for _, pkg := range prog.Packages {
		if pkg.Matched {
			pkgs = append(pkgs, pkg)
		}
	}
	return prog, pkgs
}
