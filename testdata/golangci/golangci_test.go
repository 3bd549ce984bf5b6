package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// config is a .golangci.yml that shows every finding of the plugin and nothing
// else.
const config = `version: "2"
linters:
  default: none
  enable: [optincheck]
  exclusions:
    generated: disable
  settings:
    custom:
      optincheck:
        type: module
        description: what the program says to whom before anybody said yes
        settings: {%s}
issues:
  max-issues-per-linter: 0
  max-same-issues: 0
  uniq-by-line: false
`

// build builds a command of a module.
func build(t *testing.T, module, pkg string) string {
	t.Helper()
	tool := filepath.Join(t.TempDir(), "tool"+os.Getenv("GOEXE"))
	cmd := exec.Command("go", "build", "-o", tool, pkg)
	cmd.Dir = module
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return tool
}

// A golangci is golangci-lint with the plugin, its configuration and its cache.
type golangci struct{ tool, config, cache string }

func newGolangci(t *testing.T) golangci {
	return golangci{build(t, ".", "."), filepath.Join(t.TempDir(), ".golangci.yml"), t.TempDir()}
}

// settings writes the configuration.
func (g golangci) settings(t *testing.T, settings string) {
	t.Helper()
	if err := os.WriteFile(g.config, fmt.Appendf(nil, config, settings), 0o666); err != nil {
		t.Fatal(err)
	}
}

// run returns the findings in a module, one a line, and what goes to standard
// error.
func (g golangci) run(t *testing.T, dir string) (findings []string, stderr string) {
	t.Helper()
	cmd := exec.Command(g.tool, "run", "--config="+g.config, "--output.json.path=stdout", "--show-stats=false", "--path-mode=abs", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOLANGCI_LINT_CACHE="+g.cache)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	var doc struct {
		Issues []struct {
			FromLinter, Text string
			Pos              struct {
				Filename     string
				Line, Column int
			}
		}
	}
	if err := json.Unmarshal(out, &doc); err != nil && len(out) > 0 {
		t.Fatalf("%v\n%s\n%s", err, out, errs.String())
	}
	for _, i := range doc.Issues {
		file, err := filepath.Rel(dir, i.Pos.Filename)
		if err != nil || i.FromLinter != "optincheck" {
			t.Fatalf("golangci-lint says %+v", i)
		}
		_, message, _ := strings.Cut(i.Text, ": ") // the analyzer's name
		findings = append(findings, fmt.Sprintf("%s:%d:%d: %s", filepath.ToSlash(file), i.Pos.Line, i.Pos.Column, message))
	}
	slices.Sort(findings)
	return slices.Compact(findings), errs.String()
}

var vetLine = regexp.MustCompile(`(?m)^(?:\./)?(.+:\d+:\d+: .*\([a-z]+/[a-z-]+\))$`)

// vet returns the findings of go vet, one a line.
func vet(t *testing.T, tool, dir string) (findings []string) {
	t.Helper()
	cmd := exec.Command("go", "vet", "-vettool="+tool, "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "OPTINCHECK_POLICY=builtin")
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	for _, m := range vetLine.FindAllStringSubmatch(string(out), -1) {
		findings = append(findings, filepath.ToSlash(m[1]))
	}
	slices.Sort(findings)
	return slices.Compact(findings)
}

// golangci-lint says of the corpus what go vet says, word for word.
func TestSameFindingsAsGoVet(t *testing.T) {
	g := newGolangci(t)
	g.settings(t, "policy: builtin")
	root, err := filepath.Abs(filepath.Join("..", "corpus"))
	if err != nil {
		t.Fatal(err)
	}
	got, stderr := g.run(t, root)
	want := vet(t, build(t, filepath.Join("..", ".."), "./cmd/optincheck"), root)
	if len(want) < 100 {
		t.Fatalf("go vet has %d findings in all of the corpus", len(want))
	}
	for _, f := range want {
		if !slices.Contains(got, f) {
			t.Errorf("golangci-lint does not say %s", f)
		}
	}
	for _, f := range got {
		if !slices.Contains(want, f) {
			t.Errorf("go vet does not say %s", f)
		}
	}
	if t.Failed() {
		t.Log(stderr)
	}
	settings(t, g)
}

const program = `package main

import "net/http"

func main() { http.Get("http://telemetry.example.org/usage") }
`

const (
	nothing  = "Format: https://optincheck.example/policy/1.0/\nModule: example.org/app\n"
	accepted = nothing + "\nOverride: telemetry/no-consent\nScope: ./\nJustification: The test wants it accepted.\n"
)

// settings holds the plugin to its policy: the one of the settings, or as under
// go vet, and a changed one counts at once, whatever is cached.
func settings(t *testing.T, g golangci) {
	dir := t.TempDir()
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module example.org/app\n\ngo 1.24\n")
	write("main.go", program)
	for _, step := range []struct {
		name, settings, file, policy string
		want                         int
	}{
		{"no policy", "", "", "", 1},
		{"a policy that is found", "", "optin.policy", accepted, 0},
		{"which changes", "", "optin.policy", nothing, 1},
		{"and back", "", "optin.policy", accepted, 0},
		{"the built-in one all the same", "policy: builtin", "", "", 1},
		{"a policy that is named", "policy: other.policy", "other.policy", accepted, 0},
		{"which changes", "policy: other.policy", "other.policy", nothing, 1},
	} {
		g.settings(t, step.settings)
		if step.file != "" {
			write(step.file, step.policy)
		}
		if found, stderr := g.run(t, dir); len(found) != step.want {
			t.Errorf("%s: findings are %q, want %d\n%s", step.name, found, step.want, stderr)
		}
	}
	for wrong, want := range map[string]string{
		"polcy: builtin":        `unknown field "polcy"`,
		"policy: none.policy":   "none.policy",
		"policy: broken.policy": "broken.policy:1:1: ",
	} {
		write("broken.policy", "what is this\n")
		g.settings(t, wrong)
		if found, stderr := g.run(t, dir); len(found) > 0 || !strings.Contains(stderr, want) {
			t.Errorf("%s: findings %q, and the error does not say %s:\n%s", wrong, found, want, stderr)
		}
	}
}
