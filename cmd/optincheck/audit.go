package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/policy"
)

// A result is what an audit of some programs came to, before it is printed.
type result struct {
	prog       *load.Program
	policy     *policy.Policy
	start      report.Start
	behaviours []egress.Behaviour
	findings   []report.Finding
	end        report.End
	whole      bool // all of one module was seen
}

// audit evaluates whole programs and prints what the rules say about them.
func (s *session) audit(args []string) (int, error) {
	o, err := parseOptions(args)
	if err != nil {
		return 0, err
	}
	if err := checkBaseline(o); err != nil {
		return 0, err
	}
	r, err := s.examine(o)
	if err != nil {
		return 0, err
	}
	if err := r.accept(o); err != nil {
		return 0, err
	}
	return s.tell(r, o)
}

// examine loads programs, evaluates them and judges what they do.
func (s *session) examine(o *options) (*result, error) {
	pol, err := s.givenPolicy(o.dir, o.policy) // before the long work
	if err != nil {
		return nil, err
	}
	models, err := userModels(o)
	if err != nil {
		return nil, err
	}
	progress, done := s.progress()
	defer done()
	prog, err := load.Load(load.Config{
		Dir: o.dir, Env: s.env, Patterns: o.patterns, Goos: o.goos, Goarch: o.goarch, Tags: o.tags, Tests: o.tests, Progress: progress,
	})
	if err != nil {
		return nil, errLoad(err)
	}
	if pol, err = policyOf(prog, pol); err != nil {
		return nil, err
	}
	res, err := evaluate(prog, pol, o, models, progress, true)
	if err != nil {
		return nil, err
	}
	return judge(prog, pol, res, o), nil
}

// userModels returns the files of models of the options, after reading them
// once: their mistakes come before the long work.
func userModels(o *options) ([]string, error) {
	var files []string
	for _, name := range o.models {
		if !filepath.IsAbs(name) {
			name = filepath.Join(o.dir, name)
		}
		files = append(files, name)
	}
	if err := egress.CheckModels(files...); err != nil {
		return nil, errModels(err)
	}
	return files, nil
}

// evaluate hands the program to the engine. Who evaluates it once only can let
// the syntax of dependencies go.
func evaluate(prog *load.Program, pol *policy.Policy, o *options, models []string, progress func(string), dropSyntax bool) (*egress.Result, error) {
	for _, p := range prog.Packages {
		p.Main = p.Main && pol.IsProgram(p.Types.Path())
	}
	opts := egress.Options{ProgramsOnly: len(pol.Header.Programs) > 0, Goos: prog.Goos, Goarch: prog.Goarch, Tags: o.tags, LDFlags: o.ldflags, Models: models, Progress: progress, Claims: analyzers.Claims(pol), Details: o.why != "", DropSyntax: dropSyntax}
	for _, set := range slices.Concat(pol.Header.Settings(), o.settings) { // the last one counts
		opts.Set = append(opts.Set, egress.Setting{Kind: egress.SwitchKind(set.Kind), Key: set.Key, Value: set.Value})
	}
	return egress.Audit(prog.Fset, prog.Packages, opts)
}

// judge asks the rules.
func judge(prog *load.Program, pol *policy.Policy, res *egress.Result, o *options) *result {
	res.NotAnalysed = merge(prog.NotAnalysed, res.NotAnalysed)
	r := &result{
		prog: prog, policy: pol, behaviours: analyzers.Resolve(res.Behaviours, pol),
		start: report.Start{
			Module: moduleNames(prog), Programs: programs(prog),
			Build:  report.Build{Goos: prog.Goos, Goarch: prog.Goarch, Tags: o.tags},
			Policy: report.Policy{File: pol.File, Digest: pol.Digest, Origin: pol.Origin},
		},
		end: report.End{
			NotAnalysed: res.NotAnalysed, Assumptions: res.Assumptions,
			BlindSpots: append(otherModules(prog, o.patterns), res.BlindSpots...), Unreached: res.Unreached, Strict: o.strict,
		},
		whole: whole(prog, o.patterns),
	}
	judged := analyzers.Judge(res, pol, analyzers.JudgeOptions{
		DenyUnknown: o.unknown == "deny", Whole: r.whole, Inside: prog.Inside,
	})
	for _, f := range judged {
		r.findings = append(r.findings, report.Finding{
			Rule: f.Rule, Behaviour: f.Behaviour, Message: f.Message,
			File: f.Pos.File, Line: f.Pos.Line, Column: f.Pos.Column,
		})
	}
	report.Identify(r.findings, r.behaviours)
	return r
}

// tell prints the result, and returns the exit status.
func (s *session) tell(r *result, o *options) (int, error) {
	status := exitStatus(r, o.failOn)
	if o.why != "" {
		var err error
		if r.behaviours, r.findings, err = only(o.why, r.behaviours, r.findings); err != nil {
			return 0, err
		}
	}
	if err := s.send(r, o); err != nil {
		return 0, err
	}
	return status, nil
}

// exitStatus is the same in every format.
func exitStatus(r *result, least report.Severity) int {
	grave := func(f report.Finding) bool { return f.Severity.AtLeast(least) }
	switch {
	case slices.ContainsFunc(r.findings, grave):
		return statusFindings
	case !r.end.Complete():
		return statusIncomplete
	}
	return statusClean
}

// only keeps one behaviour, with its findings.
func only(id string, behaviours []egress.Behaviour, findings []report.Finding) ([]egress.Behaviour, []report.Finding, error) {
	var ids []string
	for _, b := range behaviours {
		ids = append(ids, b.ID)
	}
	i := slices.Index(ids, id)
	if i < 0 {
		return nil, nil, errNoBehaviour(id, ids)
	}
	findings = slices.DeleteFunc(slices.Clone(findings), func(f report.Finding) bool { return f.Behaviour != id })
	return behaviours[i : i+1], findings, nil
}

// merge lists packages once each, by path; the reason of the loader goes first.
func merge(loaded, evaluated []egress.NotAnalysed) []egress.NotAnalysed {
	all := slices.Concat(loaded, evaluated)
	slices.SortStableFunc(all, func(a, b egress.NotAnalysed) int { return strings.Compare(a.Package, b.Package) })
	return slices.CompactFunc(all, func(a, b egress.NotAnalysed) bool { return a.Package == b.Package })
}

// whole reports whether the patterns take in all of the audited module, so
// that what its policy declares must be somewhere in them.
func whole(prog *load.Program, patterns []string) bool {
	if len(prog.Modules) != 1 {
		return false
	}
	m := prog.Modules[0]
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		return pattern == m.Path+"/..." || pattern == "./..." && sameFile(prog.Dir, m.Dir)
	})
}

// otherModules are the modules below the audited one, which have to be audited
// on their own.
func otherModules(prog *load.Program, patterns []string) (out []egress.BlindSpot) {
	for _, file := range prog.ModulesBelow(patterns) {
		out = append(out, egress.BlindSpot{Kind: "other-module", File: file, Line: 1})
	}
	return out
}

// sameFile reports whether both names are of one file, whatever links they go through.
func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

func moduleNames(prog *load.Program) string {
	var paths []string
	for _, m := range prog.Modules {
		paths = append(paths, m.Path)
	}
	return strings.Join(paths, " ")
}

func programs(prog *load.Program) []string {
	var paths []string
	for _, p := range prog.Packages {
		if p.Main {
			paths = append(paths, p.Types.Path())
		}
	}
	slices.Sort(paths)
	return paths
}
