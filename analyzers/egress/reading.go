package egress

import (
	"go/token"
	"go/types"
	"runtime"
	"sync"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/lower"
)

// lower turns the packages into units. A package with errors keeps its
// well-typed functions only if go/ssa can build them, so it is left out and
// makes the run incomplete.
func (a *audit) lower(fset *token.FileSet, pkgs []*Package) {
	prog := lower.NewProgram(fset)
	sends := map[*types.Package]bool{}
	without := prune(pkgs, a.world)
	var jobs []lowering
	for _, p := range pkgs {
		if p.Types == nil {
			continue
		}
		if p.Matched {
			for _, f := range p.Ignored {
				a.blind = append(a.blind, BlindSpot{"not-built", f, 1})
			}
			a.audited[lower.Path(p.Types.Path())] = true
		}
		if a.world.Opaque(p.Types.Path()) && !p.Matched {
			continue
		}
		if len(p.Errors) > 0 || p.Info == nil {
			a.notAnalysed(p)
			continue
		}
		if !a.matters(fset, p, sends) {
			continue
		}
		in := lower.Input{Fset: fset, Pkg: p.Types, Files: p.Files, Info: p.Info, Without: without}
		if p.Module != nil {
			in.Module, in.Version = p.Module.Path, p.Module.Version
		}
		jobs = append(jobs, lowering{in, prog.Add(in)})
	}
	a.say("reading packages")
	a.units = lowerAll(prog, jobs)
}

// A lowering is a package to lower.
type lowering struct {
	in  lower.Input
	pkg *ssa.Package
}

// lowerAll builds packages side by side, and then lowers them: a wrapper of one
// may be built with another. The units come in the order of jobs.
func lowerAll(prog *lower.Program, jobs []lowering) []*ir.Unit {
	units := make([]*ir.Unit, len(jobs))
	sideBySide(len(jobs), func(i int) { jobs[i].pkg.Build() })
	sideBySide(len(jobs), func(i int) { units[i] = prog.Lower(jobs[i].in, jobs[i].pkg) })
	return units
}

// sideBySide calls do with each number below n, as many at a time as there are
// processors.
func sideBySide(n int, do func(int)) {
	next := make(chan int)
	var done sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		done.Go(func() {
			for i := range next {
				do(i)
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	done.Wait()
}

// maxQuiet is the size in bytes up to which a package that names nothing of
// interest is read all the same: a small library of options or optional values
// can hold a default.
const maxQuiet = 64 << 10

// matters reports whether a package can reach a sink, ask for a switch, or
// hold a default. What belongs to the audited modules always can; of a
// dependency that names neither and is large nothing is read, and what its
// functions return is not known. sends notes the packages that reach a sink.
func (a *audit) matters(fset *token.FileSet, p *Package, sends map[*types.Package]bool) bool {
	known := interest{world: a.world, lib: &library{}}
	asks, size := false, 0
	for _, imp := range p.Types.Imports() {
		sends[p.Types] = sends[p.Types] || sends[imp]
	}
	for _, obj := range p.Info.Uses {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() != p.Types && fn.Pkg() != nil {
			s := lower.Symbol(fn)
			sends[p.Types] = sends[p.Types] || known.sends(s)
			asks = asks || known.asks(s)
		}
	}
	for _, f := range p.Files {
		size += fset.File(f.FileStart).Size()
	}
	return sends[p.Types] || asks || size <= maxQuiet || p.Module == nil || p.Module.Main
}

func (a *audit) notAnalysed(p *Package) {
	reason := "it could not be typed"
	if len(p.Errors) > 0 {
		reason = p.Errors[0]
	}
	a.res.NotAnalysed = append(a.res.NotAnalysed, NotAnalysed{Package: p.Types.Path(), Reason: reason})
}

// release lets go of the syntax of what was read and is not looked at again:
// that is half of what a large program needs of memory.
func release(pkgs []*Package) {
	for _, p := range pkgs {
		if !p.Matched {
			p.Files, p.Info = nil, nil
		}
	}
}
