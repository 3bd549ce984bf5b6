package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/internal/discover"
	"github.com/optincheck/optincheck/internal/expect"
	"github.com/optincheck/optincheck/policy"
)

// A pair is a system: a program that does what the system did, and one that
// does the same job within the policy.
type pair struct {
	name                 string
	violating, compliant *expect.Case // violating is nil where the system did nothing wrong
}

// systems reads the pairs of testdata/systems.
func systems(t *testing.T) (root string, pairs []pair) {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", "..", "testdata", "systems"))
	if err != nil {
		t.Fatal(err)
	}
	dirs, err := filepath.Glob(filepath.Join(root, "*", "compliant"))
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no systems below %s (%v)", root, err)
	}
	read := func(dir string) *expect.Case {
		if _, err := os.Stat(dir); err != nil {
			return nil
		}
		c, err := expect.ReadCase(root, dir)
		if err != nil {
			t.Error(err)
		}
		return &c
	}
	for _, dir := range dirs {
		above := filepath.Dir(dir)
		pairs = append(pairs, pair{filepath.Base(above), read(filepath.Join(above, "violating")), read(dir)})
	}
	return root, pairs
}

// casesOf returns the programs of the pairs.
func casesOf(pairs []pair) (cases []expect.Case) {
	for _, p := range pairs {
		if p.violating != nil {
			cases = append(cases, *p.violating)
		}
		cases = append(cases, *p.compliant)
	}
	return cases
}

// TestSystems holds every door, under the programs' own policies and under the
// built-in one, to what the programs of testdata/systems show.
func TestSystems(t *testing.T) {
	tool := build(t)
	root, pairs := systems(t)
	cases := casesOf(pairs)
	vetted := map[expect.Policy][]expect.Finding{
		expect.Own:     throughVet(t, tool, root, cases, ""),
		expect.Builtin: throughVet(t, tool, root, cases, discover.Builtin),
	}
	t.Setenv("GOWORK", "off")
	t.Setenv(discover.PolicyVar, "")
	gaps := knownGaps(t, root)
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) { holds(t, tool, root, c, vetted, gaps[c.Name]) })
		delete(gaps, c.Name)
	}
	for gap := range gaps {
		t.Errorf("testdata/systems/known-gaps.txt names %s, which is no program", gap)
	}
}

// throughVet returns what go vet says of all programs. A workspace shows them
// to one run of the go command.
func throughVet(t *testing.T, tool, root string, cases []expect.Case, policyVar string) []expect.Finding {
	t.Helper()
	t.Setenv("GOWORK", workspace(t, root, cases))
	return vetIn(t, tool, root, policyVar, patterns(cases)...)
}

func patterns(cases []expect.Case) (list []string) {
	for _, c := range cases {
		list = append(list, "./"+c.Name+"/...")
	}
	return list
}

// TestSystemsAsLibrary holds the analyzers, run by somebody else's driver, to
// the same.
func TestSystemsAsLibrary(t *testing.T) {
	root, pairs := systems(t)
	cases := casesOf(pairs)
	t.Setenv("GOWORK", workspace(t, root, cases))
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax | packages.NeedModule, Dir: root}, patterns(cases)...)
	if err != nil {
		t.Fatal(err)
	}
	gaps := knownGaps(t, root)
	for under, pol := range map[expect.Policy]*policy.Policy{expect.Own: nil, expect.Builtin: policy.Builtin()} {
		found := inLibrary(t, root, pkgs, analyzers.New(pol))
		for _, c := range cases {
			for _, diff := range c.Under(under).DiffFindings(expect.Vet, inCase(c, found), inForce) {
				if !gaps[c.Name] {
					t.Errorf("%s policy: %s", under, diff)
				}
			}
		}
	}
}

// inCase returns the findings in the files of a case.
func inCase(c expect.Case, found []expect.Finding) (mine []expect.Finding) {
	for _, f := range found {
		if strings.HasPrefix(f.File, c.Name+"/") {
			mine = append(mine, f)
		}
	}
	return mine
}

// holds compares one program with what it must show.
func holds(t *testing.T, tool, root string, c expect.Case, vetted map[expect.Policy][]expect.Finding, gap bool) {
	var diffs []string
	for under, found := range vetted {
		for _, d := range compareUnder(t, tool, root, c, under, found) {
			diffs = append(diffs, string(under)+" policy: "+d)
		}
	}
	slices.Sort(diffs)
	switch {
	case gap && len(diffs) == 0:
		t.Errorf("%s comes out right; delete its line in testdata/systems/known-gaps.txt", c.Name)
	case !gap:
		for _, d := range diffs {
			t.Error(d)
		}
	}
}

// compareUnder compares a program with what it must show under one policy.
func compareUnder(t *testing.T, tool, root string, c expect.Case, under expect.Policy, vetted []expect.Finding) []string {
	var args []string
	if under == expect.Builtin {
		args = []string{"-policy=builtin"}
	}
	doc := auditOf(t, tool, filepath.Join(root, filepath.FromSlash(c.Name)), args...)
	for i := range doc.Behaviours { // as if seen from the root of all
		doc.Behaviours[i].Site.File = below(c.Name, doc.Behaviours[i].Site.File)
	}
	for i := range doc.Findings {
		doc.Findings[i].File = below(c.Name, doc.Findings[i].File)
	}
	want := c.Under(under)
	if under == expect.Builtin { // which knows no purpose but by evidence
		want.Behaviours = slices.Clone(want.Behaviours)
		for i := range want.Behaviours {
			want.Behaviours[i].Purpose = "any"
		}
	}
	return compare(want, doc, vetted)
}

// below puts the directory of a program before a file of its module.
func below(dir, file string) string {
	if strings.Contains(file, "@") {
		return file // of a dependency
	}
	return dir + "/" + file
}

// workspace makes a workspace of all programs.
func workspace(t *testing.T, root string, cases []expect.Case) string {
	t.Helper()
	text := "go 1.26.0\n"
	for _, c := range cases {
		text += fmt.Sprintf("use %q\n", filepath.Join(root, filepath.FromSlash(c.Name)))
	}
	file := filepath.Join(t.TempDir(), "go.work")
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return file
}

// inLibrary runs analyzers over packages.
func inLibrary(t *testing.T, root string, pkgs []*packages.Package, suite []*analysis.Analyzer) (found []expect.Finding) {
	t.Helper()
	graph, err := checker.Analyze(suite, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Errorf("%s of %s: %v", act.Analyzer, act.Package, act.Err)
		}
		for _, d := range act.Diagnostics {
			at := act.Package.Fset.Position(d.Pos)
			file, err := filepath.Rel(root, at.Filename)
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, expect.Finding{Rule: d.Category, File: filepath.ToSlash(file), Line: at.Line})
		}
	}
	return found
}

// TestSystemsTable: the table of systems says what their programs say.
func TestSystemsTable(t *testing.T) {
	root, pairs := systems(t)
	const marker = "<!-- The table is written by: go test ./cmd/optincheck -run TestSystemsTable -update -->\n"
	name := filepath.Join(root, "README.md")
	old, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, _, found := bytes.Cut(old, []byte(marker))
	if !found {
		t.Fatalf("%s has no line %q", name, marker)
	}
	want := string(head) + marker + systemsTable(pairs, knownGaps(t, root))
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if string(old) != want {
		t.Errorf("%s is stale: run go test ./cmd/optincheck -run TestSystemsTable -update", name)
	}
}

func systemsTable(pairs []pair, gaps map[string]bool) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%d systems.\n\n| system | what it did | violating: verdicts | findings | compliant: verdicts |\n| --- | --- | --- | --- | --- |\n", len(pairs))
	for _, p := range pairs {
		what, verdicts, findings := p.compliant.Shows, "-", "-"
		if p.violating != nil {
			what, verdicts, findings = p.violating.Shows, verdictsOf(*p.violating, gaps), rulesOf(*p.violating)
		}
		what = strings.Replace(what, " Source: ", "<br>Source: ", 1)
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", p.name, what, verdicts, findings, verdictsOf(*p.compliant, gaps))
	}
	return b.String()
}

func verdictsOf(c expect.Case, gaps map[string]bool) string {
	var list []string
	for _, b := range c.Behaviours {
		if text := b.Verdict + " " + b.Purpose; !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	if list == nil {
		list = []string{"none"}
	}
	if gaps[c.Name] {
		list = append(list, "a known gap")
	}
	return strings.Join(list, "; ")
}

// rulesOf lists the rules; in brackets those that only the program's own
// policy brings.
func rulesOf(c expect.Case) string {
	var always, own []string
	for _, f := range c.Findings {
		list := &always
		if f.Under == expect.Own {
			list = &own
		}
		if !slices.Contains(*list, f.Rule) {
			*list = append(*list, f.Rule)
		}
	}
	own = slices.DeleteFunc(own, func(rule string) bool { return slices.Contains(always, rule) })
	text := strings.Join(always, "; ")
	if len(own) > 0 {
		text = strings.TrimSpace(text + " [" + strings.Join(own, "; ") + "]")
	}
	return text
}

// Every compliant program is without a finding, under any policy, and every
// other one has some.
func TestSystemsAreCompliantOrNot(t *testing.T) {
	_, pairs := systems(t)
	for _, p := range pairs {
		if len(p.compliant.Findings) > 0 {
			t.Errorf("%s is said to have findings", p.compliant.Name)
		}
		if p.violating != nil && len(p.violating.Under(expect.Builtin).Findings) == 0 {
			t.Errorf("%s is said to have no finding under the built-in policy", p.violating.Name)
		}
	}
}
