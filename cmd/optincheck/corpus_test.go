package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/draft"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/internal/discover"
	"github.com/optincheck/optincheck/internal/expect"
	"github.com/optincheck/optincheck/policy"
)

// corpora are the modules of testdata whose cases go through both doors.
var corpora = []string{"corpus", "declared", "sdks"}

// TestCorpus holds both doors to what each program of the corpus must show,
// and so to each other.
func TestCorpus(t *testing.T) {
	tool := build(t)
	for _, name := range corpora {
		root, err := filepath.Abs(filepath.Join("..", "..", "testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		cases, err := expect.Read(root)
		if err != nil {
			t.Fatal(err)
		}
		doc := audited(t, tool, root)
		drafted(t, doc)
		vetted := vet(t, tool, root)
		gaps := knownGaps(t, root)
		for _, c := range cases {
			t.Run(name+"/"+c.Name, func(t *testing.T) {
				diffs := compare(c, doc, vetted)
				switch {
				case gaps[c.Name] && len(diffs) == 0:
					t.Errorf("%s comes out right; delete its line in testdata/%s/known-gaps.txt", c.Name, name)
				case !gaps[c.Name]:
					for _, d := range diffs {
						t.Error(d)
					}
				}
				delete(gaps, c.Name)
			})
		}
		for gap := range gaps {
			t.Errorf("testdata/%s/known-gaps.txt names %s, which is no case", name, gap)
		}
	}
}

// compare says in what a case differs from what it must show, in either door.
func compare(c expect.Case, doc report.Document, vetted []expect.Finding) (diffs []string) {
	for _, diff := range c.DiffBehaviours(behavioursOf(c, doc)) {
		diffs = append(diffs, "audit: "+diff)
	}
	for _, diff := range c.DiffFindings(expect.Audit, findingsOf(c, doc), inForce) {
		diffs = append(diffs, "audit: "+diff)
	}
	for _, want := range c.BlindSpots {
		if !listed(want, doc) {
			diffs = append(diffs, "audit: missing blind spot "+want.Kind+" in "+want.File)
		}
	}
	for _, diff := range c.DiffFindings(expect.Vet, inCase(c, vetted), inForce) {
		diffs = append(diffs, "vet: "+diff)
	}
	return diffs
}

// drafted holds init to the corpus: whatever programs do, the draft is a policy
// but for what somebody has to say.
func drafted(t *testing.T, doc report.Document) {
	t.Helper()
	text := policy.Format(draft.Policy(doc.Module, doc.Behaviours))
	text = bytes.ReplaceAll(text, []byte("Purpose: "+policy.Unreviewed), []byte("Purpose: primary"))
	text = bytes.ReplaceAll(text, []byte(policy.Unreviewed), []byte("reviewed"))
	_, err := policy.Parse("draft", text)
	var errs policy.ErrorList
	if err != nil && !errors.As(err, &errs) {
		t.Fatal(err)
	}
	for _, e := range errs {
		if !strings.Contains(e.What, "without the field") && e.What != "only vetoes are named" {
			t.Errorf("the draft has another error: %v", e)
		}
	}
}

func listed(want expect.BlindSpot, doc report.Document) bool {
	for _, got := range doc.BlindSpots {
		if got.Kind == want.Kind && got.File == want.File {
			return true
		}
	}
	return false
}

// knownGaps reads the cases that are known to come out wrong, each with the
// reason behind it.
func knownGaps(t *testing.T, root string) map[string]bool {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "known-gaps.txt"))
	if err != nil {
		t.Fatal(err)
	}
	gaps := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) > 0 && fields[0] != "#" {
			if len(fields) < 2 {
				t.Fatalf("%s/known-gaps.txt: %s has no reason", root, fields[0])
			}
			gaps[fields[0]] = true
		}
	}
	return gaps
}

// inForce reports whether some rule reports a category.
func inForce(rule string) bool { return slices.Contains(analyzers.Categories(), rule) }

// build builds the command: go vet wants a file to run.
func build(t *testing.T) string {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "optincheck"+os.Getenv("GOEXE"))
	if out, err := exec.Command("go", "build", "-o", tool, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return tool
}

// heldTo is the policy by which the cases of a module are judged: its own, if
// it has one, else the built-in one.
func heldTo(root string) string {
	file := filepath.Join(root, "optin.policy")
	if _, err := os.Stat(file); err != nil {
		return "builtin"
	}
	return file
}

// audited runs the audit over a module.
func audited(t *testing.T, tool, root string) (doc report.Document) {
	t.Helper()
	log := filepath.Join(t.TempDir(), "log.sarif")
	doc = auditOf(t, tool, root, "-policy="+heldTo(root), "-out=sarif="+log)
	validSARIF(t, log)
	return doc
}

// auditOf runs the audit over a module, with further arguments.
func auditOf(t *testing.T, tool, root string, args ...string) (doc report.Document) {
	t.Helper()
	return auditIn(t, tool, root, append(args, "./...")...)
}

// auditIn runs the audit in a directory.
func auditIn(t *testing.T, tool, root string, args ...string) (doc report.Document) {
	t.Helper()
	cmd := exec.Command(tool, append([]string{"-format=json"}, args...)...)
	cmd.Dir = root
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return document(t, out, stderr.Bytes())
}

// document reads what the audit printed.
func document(t *testing.T, out, stderr []byte) (doc report.Document) {
	t.Helper()
	if err := json.Unmarshal(out, &doc); err != nil {
		t.Fatalf("%v\n%s", err, stderr)
	}
	return doc
}

// validSARIF holds a log to the published schema, and each of its results to
// having a fingerprint of its own and, if it is about a behaviour, a way from
// the entry.
func validSARIF(t *testing.T, file string) {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join("internal", "report", "testdata", "sarif", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Errorf("SARIF: %v", err)
	}
	results := doc.(map[string]any)["runs"].([]any)[0].(map[string]any)["results"].([]any)
	seen := map[any]bool{}
	for _, r := range results {
		result := r.(map[string]any)
		print := result["partialFingerprints"].(map[string]any)["optincheck/v1"]
		if result["properties"] != nil && result["codeFlows"] == nil || seen[print] {
			t.Errorf("SARIF: no code flow, or the fingerprint of another, in %v", result)
		}
		seen[print] = true
	}
}

var vetLine = regexp.MustCompile(`^(.+?):(\d+):\d+: .*\(([a-z]+/[a-z-]+)\)$`)

// vet runs go vet over a module.
func vet(t *testing.T, tool, root string) []expect.Finding {
	t.Helper()
	return vetIn(t, tool, root, heldTo(root), "./...")
}

// vetIn runs go vet over packages as seen from a directory.
func vetIn(t *testing.T, tool, root, policyVar string, patterns ...string) (found []expect.Finding) {
	t.Helper()
	cmd := exec.Command("go", append([]string{"vet", "-vettool=" + tool}, patterns...)...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), discover.PolicyVar+"="+policyVar)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSpace(line)
		m := vetLine.FindStringSubmatch(line)
		if m == nil {
			if line != "" && !strings.HasPrefix(line, "#") {
				t.Errorf("go vet says %q", line)
			}
			continue
		}
		n, _ := strconv.Atoi(m[2])
		found = append(found, expect.Finding{Rule: m[3], File: filepath.ToSlash(strings.TrimPrefix(m[1], "."+string(filepath.Separator))), Line: n})
	}
	return found
}

// behavioursOf returns the behaviours that belong to a case: by the programs,
// else by the site.
func behavioursOf(c expect.Case, doc report.Document) (out []expect.Behaviour) {
	for _, b := range doc.Behaviours {
		if !belongs(c, b.Site.File, b.Programs, doc.Module) {
			continue
		}
		got := expect.Behaviour{
			File: b.Site.File, Line: b.Site.Line, Verdict: string(b.Verdict), Purpose: string(b.Purpose),
			Needs: string(b.Needs), Trigger: b.Trigger, Hosts: b.Hosts,
		}
		for _, s := range b.Switches {
			if s.Decoy {
				continue // a finding, and no switch that decides
			}
			got.Switches = append(got.Switches, expect.Switch{Kind: string(s.Kind), Key: s.Key})
		}
		out = append(out, got)
	}
	return out
}

func belongs(c expect.Case, file string, programs []string, module string) bool {
	if strings.HasPrefix(file, c.Name+"/") {
		return true
	}
	for _, p := range programs {
		if p == module+"/"+c.Name {
			return true
		}
	}
	return false
}

func findingsOf(c expect.Case, doc report.Document) (out []expect.Finding) {
	ours := map[string]bool{}
	for _, b := range doc.Behaviours {
		ours[b.ID] = belongs(c, b.Site.File, b.Programs, doc.Module)
	}
	for _, f := range doc.Findings {
		if strings.HasPrefix(f.File, c.Name+"/") || ours[f.Behaviour] {
			out = append(out, expect.Finding{Rule: f.Rule, File: f.File, Line: f.Line})
		}
	}
	return out
}

// TestCheckpoint holds the vet door to the library that this project began
// with: each of its functions is reported at its own test of the variable.
func TestCheckpoint(t *testing.T) {
	cmd := exec.Command("go", "vet", "-vettool="+build(t), "github.com/hashicorp/go-checkpoint")
	cmd.Dir = filepath.Join("..", "..", "testdata", "sdks")
	cmd.Env = append(os.Environ(), "OPTINCHECK_POLICY=builtin")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("go vet: %v, want exit status 1", err)
	}
	for place, bypass := range map[string]string{
		"check.go:97:2": "CheckParams.Force sends all the same; ", "check.go:203:2": "",
		"telemetry.go:58:2": "", "versions.go:41:2": "VersionsParams.Force sends all the same; ",
	} {
		want := "go-checkpoint@v0.5.0/" + place + ": "
		_, rest, ok := strings.Cut(string(out), want)
		line, _, _ := strings.Cut(rest, "\n")
		if !ok || !strings.Contains(line, "CHECKPOINT_DISABLE") || !strings.Contains(line, bypass) ||
			bypass == "" && strings.Contains(line, "Force") || !strings.HasSuffix(line, "(optout/opt-out-env-only)") {
			t.Errorf("at %s go vet says %q", place, line)
		}
	}
	if n := strings.Count(string(out), "(optout/"); n != 4 {
		t.Errorf("%d findings, want 4\n%s", n, out)
	}
}

// TestDeterminism: the same bytes in, the same bytes out, whatever the
// scheduling.
func TestDeterminism(t *testing.T) {
	tool := build(t)
	run := func(procs string) []byte {
		cmd := exec.Command(tool, "-policy=builtin", "-format=json", "./...")
		cmd.Dir = filepath.Join("..", "..", "testdata", "sdks")
		cmd.Env = append(os.Environ(), "GOMAXPROCS="+procs)
		out, err := cmd.Output()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		return out
	}
	first := run("4")
	for _, procs := range []string{"1", "4"} {
		if again := run(procs); !bytes.Equal(first, again) {
			t.Errorf("a run with GOMAXPROCS=%s prints something else", procs)
		}
	}
}
