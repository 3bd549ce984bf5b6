package main

import (
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"github.com/rogpeppe/go-internal/diff"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
	"github.com/optincheck/optincheck/internal/fix"
	"github.com/optincheck/optincheck/policy"
)

// A fixing is one run of the command fix.
type fixing struct {
	*session
	o      *options
	pol    *policy.Policy
	models []string
	diff   bool
	cut    bool
	test   bool
	quilt  string

	prog     *load.Program
	findings []analyzers.Finding // that a fix can answer
	rest     []analyzers.Finding // of behaviours, beside those
	targets  map[string]egress.Behaviour

	generated map[string]bool // files that another program wrote
}

// fix writes the patch after which nothing is sent before somebody said yes.
func (s *session) fix(args []string) (int, error) {
	f := &fixing{session: s, targets: map[string]egress.Behaviour{}, generated: map[string]bool{}}
	var err error
	f.o, err = parseOptions(args, func(flags *flag.FlagSet) {
		flags.BoolVar(&f.diff, "diff", false, "")
		flags.BoolVar(&f.cut, "cut", false, "")
		flags.BoolVar(&f.test, "test", false, "")
		flags.StringVar(&f.quilt, "quilt", "", "")
	})
	if err != nil {
		return 0, err
	}
	if f.models, err = userModels(f.o); err != nil {
		return 0, err
	}
	if f.quilt == "" {
		return f.run(f.write)
	}
	return f.runQuilt()
}

// run audits, chooses fixes, tries them, and hands the changed files on.
func (f *fixing) run(write func([]fix.Edit, map[string]fix.Fix) error) (int, error) {
	if err := f.load(); err != nil {
		return 0, err
	}
	before, err := f.audit(f.prog)
	if err != nil {
		return 0, err
	}
	f.keep(before)
	code := f.code()
	var targets []fix.Target
	for _, b := range before.Behaviours {
		if _, ok := f.targets[b.ID]; ok {
			targets = append(targets, fix.Target{ID: b.ID, Fixes: fix.Candidates(code, b)})
		}
	}
	missing := len(before.NotAnalysed)
	chosen, err := fix.Choose(targets, f.bad(before), func(edits []fix.Edit) (fix.Outcome, error) { return f.try(edits, missing) })
	if err != nil {
		return 0, err
	}
	edits, err := fix.Merge(slices.Collect(maps.Values(chosen))...)
	if err != nil {
		return 0, err
	}
	if len(edits) > 0 {
		if err := f.build(edits); err != nil {
			return 0, err
		}
		if err := write(edits, chosen); err != nil {
			return 0, err
		}
	}
	return f.left(chosen, missing), nil
}

// load loads the program and what it is judged by.
func (f *fixing) load() error {
	var err error
	f.prog, err = load.Load(load.Config{
		Dir: f.o.dir, Env: f.env, Patterns: f.o.patterns, Goos: f.o.goos, Goarch: f.o.goarch, Tags: f.o.tags, Tests: f.o.tests,
	})
	if err != nil {
		return errLoad(err)
	}
	if f.pol, err = f.givenPolicy(f.o.dir, f.o.policy); err == nil {
		f.pol, err = policyOf(f.prog, f.pol)
	}
	return err
}

// audit evaluates a program.
func (f *fixing) audit(prog *load.Program) (*egress.Result, error) {
	res, err := evaluate(prog, f.pol, f.o, f.models, func(string) {}, false)
	if err != nil {
		return nil, err
	}
	res.NotAnalysed = merge(prog.NotAnalysed, res.NotAnalysed)
	return res, nil
}

// judge returns the findings about behaviours.
func (f *fixing) judge(res *egress.Result) []analyzers.Finding {
	return analyzers.Judge(res, f.pol, analyzers.JudgeOptions{DenyUnknown: f.o.unknown == "deny", Inside: f.prog.Inside})
}

// keep notes what is to be fixed, and what cannot be.
func (f *fixing) keep(res *egress.Result) {
	byID := map[string]egress.Behaviour{}
	for _, b := range analyzers.Resolve(res.Behaviours, f.pol) {
		byID[b.ID] = b
	}
	for _, x := range f.judge(res) {
		switch {
		case analyzers.Fixable(x.Rule):
			f.findings = append(f.findings, x)
			f.targets[x.Behaviour] = byID[x.Behaviour]
		case x.Behaviour != "":
			f.rest = append(f.rest, x)
		}
	}
}

// code is what fixes are written for: the audited modules, without what other
// programs generate.
func (f *fixing) code() *fix.Code {
	code := &fix.Code{
		Fset: f.prog.Fset, Text: f.prog.Source, CutOnly: f.cut,
		Editable: f.editable,
	}
	for _, p := range f.prog.Packages {
		if p.Info != nil && len(p.Files) > 0 && f.prog.Inside(f.prog.Fset.File(p.Files[0].FileStart).Name()) {
			for _, file := range p.Files {
				f.generated[f.prog.Fset.File(file.FileStart).Name()] = ast.IsGenerated(file)
			}
			code.Packages = append(code.Packages, fix.Package{Types: p.Types, Files: p.Files, Info: p.Info})
		}
	}
	return code
}

// editable reports whether a file is the user's: of the audited modules, and
// made by nobody but its authors.
func (f *fixing) editable(file string) bool {
	_, ok := f.prog.Path(file)
	return ok && f.prog.Inside(file) && !f.generated[file]
}

// overlay returns the changed files by their paths.
func (f *fixing) overlay(edits []fix.Edit) (map[string][]byte, error) {
	files, err := fix.Overlay(f.prog.Source, edits)
	if err != nil {
		return nil, err
	}
	byPath := map[string][]byte{}
	for name, text := range files {
		path, _ := f.prog.Path(name) // it was read
		byPath[path] = text
	}
	return byPath, nil
}

// try says what an audit of the changed program finds.
func (f *fixing) try(edits []fix.Edit, missing int) (fix.Outcome, error) {
	var out fix.Outcome
	files, err := fix.Overlay(f.prog.Source, edits)
	if err != nil {
		return out, err
	}
	prog := f.prog.With(files)
	res, err := f.audit(prog)
	if err != nil {
		return out, err
	}
	out.Broken, out.Files = len(res.NotAnalysed) > missing, map[string]bool{}
	for _, p := range prog.Packages {
		if len(p.Errors) == 0 {
			continue
		}
		for _, file := range p.Files {
			out.Files[prog.Fset.File(file.FileStart).Name()] = true
		}
	}
	out.Bad = f.bad(res)
	return out, nil
}

// bad returns the behaviours that are not known to be good.
func (f *fixing) bad(res *egress.Result) map[string]bool {
	bad := map[string]bool{}
	for _, x := range f.judge(res) {
		if analyzers.Fixable(x.Rule) || x.Rule == "telemetry/undecided" {
			bad[x.Behaviour] = true
		}
	}
	return bad
}

// build compiles the changed program, and runs its tests if asked.
func (f *fixing) build(edits []fix.Edit) error {
	files, err := f.overlay(edits)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "optincheck-fix-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	replace := map[string]string{}
	for i, path := range slices.Sorted(maps.Keys(files)) {
		replace[path] = filepath.Join(dir, fmt.Sprintf("%d.go", i))
		if err := os.WriteFile(replace[path], files[path], 0o600); err != nil {
			return err
		}
	}
	list, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	overlay := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(overlay, list, 0o600); err != nil {
		return err
	}
	if err := f.goRuns("list", "-export", "-overlay", overlay); err != nil || !f.test {
		return err
	}
	return f.goRuns("test", "-overlay", overlay)
}

// goRuns runs a command of the go command on the audited packages.
func (f *fixing) goRuns(args ...string) error {
	if len(f.o.tags) > 0 {
		args = append(args, "-tags="+joinTags(f.o.tags))
	}
	cmd := exec.Command("go", append(args, f.o.patterns...)...)
	cmd.Dir, cmd.Env = f.o.dir, f.env
	if f.o.goos != "" {
		cmd.Env = append(slices.Clip(cmd.Env), "GOOS="+f.o.goos)
	}
	if f.o.goarch != "" {
		cmd.Env = append(slices.Clip(cmd.Env), "GOARCH="+f.o.goarch)
	}
	if out, err := cmd.CombinedOutput(); err != nil {
		return errFixed(args[0], string(out))
	}
	return nil
}

// write changes the files, or prints what would change.
func (f *fixing) write(edits []fix.Edit, chosen map[string]fix.Fix) error {
	if f.diff {
		text, err := f.patch(edits)
		if err != nil {
			return err
		}
		return f.print(text)
	}
	files, err := fix.Overlay(f.prog.Source, edits)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path, _ := f.prog.Path(name)
		info, err := os.Stat(path)
		if err == nil {
			err = os.WriteFile(path, files[name], info.Mode().Perm())
		}
		if err != nil {
			return errOutput(err)
		}
	}
	for _, x := range f.findings {
		if c, ok := chosen[x.Behaviour]; ok {
			if err := f.print(fmt.Sprintf("%s:%d:%d: %s (%s)\n", x.Pos.File, x.Pos.Line, x.Pos.Column, cmp.Or(c.Message, "answered by another fix"), x.Rule)); err != nil {
				return err
			}
		}
	}
	return nil
}

// patch returns the edits as a unified diff.
func (f *fixing) patch(edits []fix.Edit) (string, error) {
	files, err := fix.Overlay(f.prog.Source, edits)
	if err != nil {
		return "", err
	}
	text := ""
	for _, name := range slices.Sorted(maps.Keys(files)) {
		old, err := f.prog.Source(name)
		if err != nil {
			return "", err
		}
		text += unified(name, old, files[name])
	}
	return text, nil
}

// left tells what no fix was found for, and returns the exit status.
func (f *fixing) left(chosen map[string]fix.Fix, missing int) int {
	status := statusClean
	if missing > 0 {
		fmt.Fprintf(f.stderr, "optincheck: incomplete: %d packages not analysed; `optincheck` lists them\n", missing)
		status = statusIncomplete
	}
	for _, x := range slices.Concat(f.findings, f.rest) {
		if _, ok := chosen[x.Behaviour]; ok {
			continue
		}
		fmt.Fprintf(f.stderr, "%s:%d:%d: no fix: %s\n", x.Pos.File, x.Pos.Line, x.Pos.Column, x.Message)
		status = statusFindings
	}
	return status
}

// unified returns the difference of a file as patch takes it.
func unified(name string, old, changed []byte) string {
	text := diff.Diff("a/"+name, old, "b/"+name, changed)
	return string(text[slices.Index(text, '\n')+1:]) // without the line that names both files
}
