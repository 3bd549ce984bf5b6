package egress

import (
	"flag"
	"strings"
	"testing"

	"golang.org/x/tools/go/packages"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// programs are the programs that BenchmarkFreshInstall evaluates.
var programs = flag.String("programs", "../../testdata/sdks=./checkpoint/plain,../../testdata/sdks=./cobra/registry,../../testdata/sdks=./sentry/no-guard,"+
	"../../testdata/sdks=./viper/default-true,../../testdata/sdks=./otlp/vendors-collector",
	"programs to evaluate, as `DIRECTORY=PACKAGE,...`")

// BenchmarkFreshInstall says what evaluating a program on a fresh install costs
// for each function that it reaches, which should not depend on how many there
// are. For real programs:
//
//	go test ./analyzers/egress -run '^$' -bench FreshInstall -args -programs DIRECTORY=PACKAGE,...
func BenchmarkFreshInstall(b *testing.B) {
	for _, p := range strings.Split(*programs, ",") {
		dir, pattern, ok := strings.Cut(p, "=")
		if !ok {
			b.Fatalf("-programs: %q is not DIRECTORY=PACKAGE", p)
		}
		b.Run(pattern, func(b *testing.B) {
			a, roots := linked(b, dir, pattern)
			functions := 0
			for b.Loop() {
				functions = a.prog.Evaluate(a.world, roots, eval.State{}).FunctionCount()
			}
			b.ReportMetric(float64(functions), "functions")
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(max(functions, 1)), "µs/function")
		})
	}
}

// linked loads a program and links it, with what it imports.
func linked(b *testing.B, dir, pattern string) (*audit, eval.Roots) {
	w, err := world.Load()
	if err != nil {
		b.Fatal(err)
	}
	mode := packages.NeedName | packages.NeedFiles | packages.NeedSyntax | packages.NeedTypes | packages.NeedTypesInfo |
		packages.NeedTypesSizes | packages.NeedImports | packages.NeedDeps | packages.NeedModule
	roots, err := packages.Load(&packages.Config{Mode: mode, Dir: dir}, pattern)
	if err != nil || len(roots) != 1 || len(roots[0].Errors) > 0 {
		b.Fatalf("loading %s in %s: %v, %d packages", pattern, dir, err, len(roots))
	}
	var pkgs []*Package
	packages.Visit(roots, nil, func(p *packages.Package) {
		if p.Module != nil { // not of the standard library
			pkgs = append(pkgs, &Package{
				Types: p.Types, Files: p.Syntax, Info: p.TypesInfo, Sizes: p.TypesSizes, Main: p == roots[0], Matched: p == roots[0],
				Module: &Module{Path: p.Module.Path, Version: p.Module.Version, Dir: p.Module.Dir, Main: p.Module.Main},
			})
		}
	})
	a := &audit{world: w, res: &Result{}, audited: map[string]bool{}, reachedSinks: map[eval.SiteKey]bool{}}
	a.lower(roots[0].Fset, pkgs)
	a.prog = eval.Link(a.units, a.world, a.audited)
	return a, a.programs(pkgs)[0].roots
}
