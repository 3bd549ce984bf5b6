package analyzers_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/analysis/unitchecker"
	"golang.org/x/tools/go/packages"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/internal/discover"
	"github.com/optincheck/optincheck/policy"
)

// contractCases are programs of several packages, with and without findings:
// what one package learns of another goes through facts.
var contractCases = []string{
	"./calls/in-init-of-helper/...",
	"./library/two-packages-apart-flag/...",
	"./injected/hook-assigned/...",
	"./library/exported-variable/...",
	"./library/unguarded-seen-by-vet/...",
	"./predicates/other-package-negative/...",
	"./env/helper-default-on/...",
	"./hosts/url-struct/...",
}

const vetTool = "OPTINCHECK_TEST_IS_VET_TOOL"

// TestMain makes the test binary a vet tool when the test itself runs go vet.
func TestMain(m *testing.M) {
	if os.Getenv(vetTool) != "" {
		unitchecker.Main(spied(analyzers.All())...)
	}
	os.Exit(m.Run())
}

// TestDriversAgree runs the suite as the go command, the checkers of x/tools
// and Bazel's nogo do, and compares findings and facts. A fact is shown as one
// more finding, by its digest.
func TestDriversAgree(t *testing.T) {
	t.Setenv(discover.PolicyVar, discover.Builtin)
	root, err := filepath.Abs("../testdata/corpus")
	if err != nil {
		t.Fatal(err)
	}
	vet := underVet(t, root)
	if n := len(findings(vet)); n == 0 || n == len(vet) {
		t.Fatalf("go vet shows %d findings and %d facts", n, len(vet)-n)
	}
	mode := packages.LoadAllSyntax | packages.NeedModule
	pkgs, err := packages.Load(&packages.Config{Mode: mode, Dir: root}, contractCases...)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(vet, underChecker(t, root, pkgs, analyzers.All())); diff != "" {
		t.Errorf("-go vet +checker:\n%s", diff)
	}
	if diff := cmp.Diff(facts(vet), underChecker(t, root, pkgs, analyzers.ForFacts())); diff != "" {
		t.Errorf("-all +only for facts:\n%s", diff)
	}
	packages.Visit(pkgs, nil, func(p *packages.Package) { p.Module = nil })
	bare := underChecker(t, root, pkgs, analyzers.All())
	if diff := cmp.Diff(findings(vet), findings(bare)); diff != "" {
		t.Errorf("-with +without modules:\n%s", diff)
	}
	if diff := cmp.Diff(bare, underNogo(t, root, analyzers.All(), contractCases...)); diff != "" {
		t.Errorf("-checker without modules +nogo:\n%s", diff)
	}
}

// TestNogoTakesAPolicy: Bazel builds the policy into the analyzers; no file is
// looked for, and no variable.
func TestNogoTakesAPolicy(t *testing.T) {
	t.Setenv(discover.PolicyVar, "/no/such/file")
	root, err := filepath.Abs("../testdata/corpus")
	if err != nil {
		t.Fatal(err)
	}
	const header = "Format: https://optincheck.example/policy/1.0/\nModule: example.org/corpus\n"
	const accept = "\nOverride: optout/opt-out-env-only\nScope: ./env/helper-default-on/...\nJustification: The test wants it accepted.\n"
	for text, want := range map[string]int{header: 1, header + accept: 0} {
		pol, err := policy.Parse("optin.policy", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		got := findings(underNogo(t, root, analyzers.New(pol), "./env/helper-default-on/..."))
		if len(got) != want {
			t.Errorf("findings are %q, want %d, with the policy\n%s", got, want, text)
		}
	}
}

// findings leaves out the facts, and of a finding all but place and category:
// other places are named relative to the module, where it is known.
func findings(all []string) (out []string) {
	for _, s := range all {
		if place, _, ok := strings.Cut(s, ": "); ok && !strings.Contains(s, factMark) {
			out = append(out, place+s[strings.LastIndexByte(s, ' '):])
		}
	}
	return out
}

// facts leaves out the findings.
func facts(all []string) (out []string) {
	for _, s := range all {
		if strings.Contains(s, factMark) {
			out = append(out, s)
		}
	}
	return out
}

const factMark = ": the fact "

// spied is a suite, and all that it requires, with each package fact shown.
func spied(suite []*analysis.Analyzer) []*analysis.Analyzer {
	wrapped := map[*analysis.Analyzer]*analysis.Analyzer{}
	var out []*analysis.Analyzer
	var wrap func(a *analysis.Analyzer) *analysis.Analyzer
	wrap = func(a *analysis.Analyzer) *analysis.Analyzer {
		if w := wrapped[a]; w != nil {
			return w
		}
		w := *a
		w.Requires = nil
		for _, r := range a.Requires {
			w.Requires = append(w.Requires, wrap(r))
		}
		w.Run = func(pass *analysis.Pass) (any, error) { return spy(a, wrapped, pass) }
		wrapped[a] = &w
		out = append(out, &w)
		return &w
	}
	for _, a := range suite {
		wrap(a)
	}
	return out
}

// spy runs an analyzer as if its requirements were not wrapped.
func spy(a *analysis.Analyzer, wrapped map[*analysis.Analyzer]*analysis.Analyzer, pass *analysis.Pass) (any, error) {
	inner := *pass
	inner.Analyzer = a
	inner.ResultOf = map[*analysis.Analyzer]any{}
	for _, r := range a.Requires {
		inner.ResultOf[r] = pass.ResultOf[wrapped[r]]
	}
	inner.ExportPackageFact = func(f analysis.Fact) {
		var buf bytes.Buffer
		if err := gob.NewEncoder(&buf).Encode(f); err != nil {
			panic(err) // the contract of analysis.Fact
		}
		pass.Reportf(pass.Files[0].Package, "the fact %s is %x", reflect.TypeOf(f), sha256.Sum256(buf.Bytes()))
		pass.ExportPackageFact(f)
	}
	return a.Run(&inner)
}

// underVet runs real go vet, with the test binary as its tool.
func underVet(t *testing.T, root string) []string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", append([]string{"vet", "-vettool=" + self}, contractCases...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), vetTool+"=1")
	text, _ := cmd.CombinedOutput() // findings make it fail
	var out []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); !strings.HasPrefix(line, "#") {
			out = append(out, filepath.ToSlash(line))
		}
	}
	sort.Strings(out)
	return out
}

// underChecker runs the driver of singlechecker and analysistest in process.
func underChecker(t *testing.T, root string, pkgs []*packages.Package, suite []*analysis.Analyzer) []string {
	t.Helper()
	graph, err := checker.Analyze(spied(suite), pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, act := range graph.Roots {
		if act.Err != nil {
			t.Error(act.Err)
		}
		for _, d := range act.Diagnostics {
			out = append(out, shown(root, act.Package.Fset, d))
		}
	}
	sort.Strings(out)
	return out
}

func shown(root string, fset *token.FileSet, d analysis.Diagnostic) string {
	at := fset.Position(d.Pos)
	file, err := filepath.Rel(root, at.Filename)
	if err != nil {
		file = at.Filename
	}
	return fmt.Sprintf("%s:%d:%d: %s", filepath.ToSlash(file), at.Line, at.Column, d.Message)
}

// A listed is a package as nogo gets it: files, and compiled imports.
type listed struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	Imports    []string
	Export     string
	Standard   bool
	DepOnly    bool
}

// underNogo runs the suite as rules_go's nogo does: one package after the
// other, facts by way of files, nothing but analyzers with facts of their own on
// dependencies, no flags, no module, no meaningful working directory.
func underNogo(t *testing.T, root string, suite []*analysis.Analyzer, cases ...string) []string {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-deps", "-export", "-json"}, cases...)...)
	cmd.Dir = root
	text, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	n := &nogo{t: t, root: root, suite: suite, export: map[string]string{}, facts: t.TempDir()}
	for dec := json.NewDecoder(bytes.NewReader(text)); ; {
		var p listed
		if err := dec.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		n.export[p.ImportPath] = p.Export
		if !p.Standard {
			n.pkg(p)
		}
	}
	sort.Strings(n.out)
	return n.out
}

type nogo struct {
	t      *testing.T
	root   string
	suite  []*analysis.Analyzer
	export map[string]string
	facts  string // directory
	out    []string
}

func (n *nogo) pkg(p listed) {
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range p.GoFiles {
		f, err := parser.ParseFile(fset, filepath.Join(p.Dir, name), nil, parser.ParseComments)
		if err != nil {
			n.t.Fatal(err)
		}
		files = append(files, f)
	}
	info := &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{},
		Implicits: map[ast.Node]types.Object{}, Instances: map[*ast.Ident]types.Instance{}, Scopes: map[ast.Node]*types.Scope{},
		Selections: map[*ast.SelectorExpr]*types.Selection{}, FileVersions: map[*ast.File]string{},
	}
	open := func(path string) (io.ReadCloser, error) { return os.Open(n.export[path]) }
	conf := types.Config{Importer: importer.ForCompiler(fset, "gc", open), Sizes: types.SizesFor("gc", runtime.GOARCH)}
	pkg, err := conf.Check(p.ImportPath, fset, files, info)
	if err != nil {
		n.t.Fatal(err)
	}
	results := map[*analysis.Analyzer]any{}
	for _, a := range spied(n.suite) { // each after what it requires
		if p.DepOnly && len(a.FactTypes) == 0 {
			continue
		}
		pass := &analysis.Pass{
			Analyzer: a, Fset: fset, Files: files, Pkg: pkg, TypesInfo: info, TypesSizes: conf.Sizes, ResultOf: results,
			ReadFile: os.ReadFile,
			Report: func(d analysis.Diagnostic) {
				if !p.DepOnly {
					n.out = append(n.out, shown(n.root, fset, d))
				}
			},
			ImportPackageFact: n.read,
			ExportPackageFact: func(f analysis.Fact) { n.write(pkg, f) },
		}
		if results[a], err = a.Run(pass); err != nil {
			n.t.Fatal(err)
		}
	}
}

func (n *nogo) file(pkg *types.Package, f analysis.Fact) string {
	return filepath.Join(n.facts, strings.ReplaceAll(pkg.Path(), "/", "!")+reflect.TypeOf(f).Elem().String())
}

func (n *nogo) write(pkg *types.Package, f analysis.Fact) {
	var buf bytes.Buffer
	if err := gob.NewEncoder(&buf).Encode(f); err != nil {
		n.t.Fatal(err)
	}
	if err := os.WriteFile(n.file(pkg, f), buf.Bytes(), 0o666); err != nil {
		n.t.Fatal(err)
	}
}

func (n *nogo) read(pkg *types.Package, f analysis.Fact) bool {
	data, err := os.ReadFile(n.file(pkg, f))
	if err != nil {
		return false
	}
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(f); err != nil {
		n.t.Fatal(err)
	}
	return true
}
