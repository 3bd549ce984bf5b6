package properties

import (
	"go/ast"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// Each function of testdata/src/gates acts in the situations that its comment
// names, and in no other.
func TestSituations(t *testing.T) {
	prog, err := load.Load(load.Config{Patterns: []string{"./testdata/src/gates"}, Goos: "linux", Goarch: "amd64"})
	if err != nil {
		t.Fatal(err)
	}
	e, err := NewExtractor()
	if err != nil {
		t.Fatal(err)
	}
	pkg := prog.Packages[len(prog.Packages)-1]
	x := e.extraction(prog.Fset, []*egress.Package{pkg})
	runs := map[string]*situation.Run{"granted": x.model.Evaluate(granted)}
	for name, s := range situations(runs["granted"]) {
		runs[name] = x.model.Evaluate(s)
	}
	checked := 0
	for _, decl := range pkg.Files[0].Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || !strings.Contains(fn.Doc.Text(), " acts in: ") {
			continue
		}
		_, list, _ := strings.Cut(strings.ReplaceAll(fn.Doc.Text(), "\n", " "), " acts in: ")
		want := strings.Fields(list)
		if want[0] == "never," {
			continue
		}
		var got []string
		for _, name := range slices.Sorted(maps.Keys(runs)) {
			if acts(runs[name], x.p.Packages[0].Func(fn.Name.Name)) {
				got = append(got, name)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s acts in: %s\nwant: %s", fn.Name.Name, strings.Join(got, " "), strings.Join(want, " "))
		}
		checked++
	}
	if checked < 8 {
		t.Errorf("only %d functions have expectations", checked)
	}
}

// acts reports whether a run gets to the call of act.
func acts(r *situation.Run, fn *ssa.Function) bool {
	for _, b := range fn.Blocks {
		for _, i := range b.Instrs {
			call, ok := i.(*ssa.Call)
			if ok && call.Call.StaticCallee() != nil && call.Call.StaticCallee().Name() == "act" && r.Reaches(b) {
				return true
			}
		}
	}
	return false
}
