package expect_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/internal/expect"
)

var update = flag.Bool("update", false, "write the lists of cases")

// modules are the modules whose programs are cases.
var modules = []string{"../../testdata/corpus", "../../testdata/declared", "../../testdata/sdks"}

func TestEveryExpectationParses(t *testing.T) {
	for _, root := range modules {
		cases, err := expect.Read(root)
		if err != nil {
			t.Error(err)
		}
		for _, c := range cases {
			if c.Shows == "" {
				t.Errorf("%s/%s: no package comment says what it shows", root, c.Name)
			}
		}
	}
}

// Listing with -export compiles without linking, which would take minutes.
func TestEveryProgramCompiles(t *testing.T) {
	for _, root := range append(modules, "../../testdata/demo") {
		for _, args := range [][]string{{"list", "-export", "./..."}, {"vet", "./..."}, {"mod", "tidy", "-diff"}} {
			cmd := exec.Command("go", args...)
			cmd.Dir = root
			cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off")
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("go %s in %s: %v\n%s", strings.Join(args, " "), root, err, out)
			}
		}
	}
}

// What a behaviour may be found for follows from its verdict; a comment that
// says otherwise is a slip.
func TestFindingsFitVerdicts(t *testing.T) {
	for _, root := range modules {
		cases, _ := expect.Read(root)
		for _, c := range cases {
			for _, door := range []expect.Door{expect.Audit, expect.Vet} {
				if err := fits(c, door); err != nil {
					t.Errorf("%s/%s: %v", root, c.Name, err)
				}
			}
		}
	}
}

func fits(c expect.Case, door expect.Door) error {
	var wanted, got int
	for _, b := range c.Behaviours {
		if b.Purpose != "unknown" && b.Purpose != "primary" && (b.Verdict != "opt-in" || sendsNo(c, b)) && !callerOnly(b) {
			wanted++
		}
	}
	for _, f := range c.Findings {
		if expect.Consent(f.Rule) && f.Through(door) {
			got++
		}
	}
	if door == expect.Audit && got != wanted {
		return fmt.Errorf("%d behaviours need a consent finding of the audit, %d are written", wanted, got)
	}
	if door == expect.Vet && got < wanted {
		return fmt.Errorf("%d behaviours need a consent finding of vet, %d are written", wanted, got)
	}
	return nil
}

// sendsNo reports whether a no is expected to be sent there: a finding whatever
// the verdict.
func sendsNo(c expect.Case, b expect.Behaviour) bool {
	return slices.ContainsFunc(c.Findings, func(f expect.Finding) bool {
		return f.Rule == "telemetry/refusal-sent" && f.File == b.File && f.Line == b.Line
	})
}

func callerOnly(b expect.Behaviour) bool {
	return slices.ContainsFunc(b.Switches, func(s expect.Switch) bool { return s.Kind == "caller" })
}

const marker = "<!-- The list is written by: go test ./internal/expect -update -->\n"

func TestListsOfCasesAreCurrent(t *testing.T) {
	for _, root := range modules {
		name := filepath.Join(root, "README.md")
		old, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		head, _, found := bytes.Cut(old, []byte(marker))
		if !found {
			t.Fatalf("%s has no line %q", name, marker)
		}
		cases, _ := expect.Read(root)
		want := string(head) + marker + table(cases)
		if *update {
			if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
				t.Fatal(err)
			}
		} else if string(old) != want {
			t.Errorf("%s is stale: run go test ./internal/expect -update", name)
		}
	}
}

// table lists the cases in Markdown.
func table(cases []expect.Case) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\n%d cases.\n\n| case | it … | behaviours | findings |\n| --- | --- | --- | --- |\n", len(cases))
	for _, c := range cases {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", c.Name, c.Shows, behaviours(c), findings(c))
	}
	return b.String()
}

func behaviours(c expect.Case) string {
	var list []string
	for _, b := range c.Behaviours {
		text := b.Verdict + " " + b.Purpose
		for _, s := range b.Switches {
			text += " `" + strings.TrimSuffix(s.Kind+":"+s.Key, ":") + "`"
		}
		list = append(list, text)
	}
	if list == nil {
		return "none"
	}
	return strings.Join(list, "; ")
}

func findings(c expect.Case) string {
	var list []string
	for _, f := range c.Findings {
		text := f.Rule
		if !f.Vet {
			text += " (audit)"
		} else if !f.Audit {
			text += " (vet)"
		}
		list = append(list, text)
	}
	return strings.Join(list, "; ")
}

func TestReadsWhatIsWritten(t *testing.T) {
	root := write(t, `// Command c sends.
package main

func main() {
	if off() { // finding: optout/default-on@x@v1.0.0/a.go:7
		send() // behaviour: opt-out usage flag:usage,prompt needs=any trigger=command:serve host=a.example,b.example // vet-finding: telemetry/no-consent
	}
}

// vet: at-most
`)
	got, err := expect.Read(root)
	if err != nil {
		t.Fatal(err)
	}
	want := []expect.Case{{
		Name: "g/c", Shows: "sends.", VetAtMost: true,
		Behaviours: []expect.Behaviour{{
			File: "g/c/main.go", Line: 6, Verdict: "opt-out", Purpose: "usage",
			Switches: []expect.Switch{{Kind: "flag", Key: "usage"}, {Kind: "prompt"}},
			Needs:    "any", Trigger: "command serve", Hosts: []string{"a.example", "b.example"},
		}},
		Findings: []expect.Finding{
			{Rule: "optout/default-on", File: "x@v1.0.0/a.go", Line: 7, Doors: expect.Doors{Audit: true, Vet: true}},
			{Rule: "telemetry/no-consent", File: "g/c/main.go", Line: 6, Doors: expect.Doors{Vet: true}},
		},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestRefusesWhatItDoesNotKnow(t *testing.T) {
	for comment, want := range map[string]string{
		"behaviour: opt-out":                  "g/c/main.go:4: behaviour: has no verdict and purpose behind it",
		"behaviour: optout usage":             `g/c/main.go:4: unknown verdict "optout": want one of unconditional, opt-out, opt-in, unknown`,
		"behaviour: opt-in spying":            `g/c/main.go:4: unknown purpose "spying"`,
		"behaviour: opt-in usage environ:X":   `g/c/main.go:4: unknown kind of switch "environ"`,
		"behaviour: opt-in usage when=always": "g/c/main.go:4: unknown option when=always",
		"behavior: opt-in usage":              "is no expectation",
		"finding:":                            "name the rules behind the colon",
		"finding: optout/default-off":         "optout/default-off is no rule of the design",
		"finding: optout/default-on@a.go:x":   `a.go:x: "x" is no line number`,
		"vet: different":                      "the only value is at-most",
		"nothing is said here":                "g/c: no behaviour is expected: write // no behaviours if that is meant",
	} {
		t.Run(comment, func(t *testing.T) {
			_, err := expect.Read(write(t, "package main\n\nfunc main() {\n\tsend() // "+comment+"\n}\n"))
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("got %v, want %s", err, want)
			}
		})
	}
}

// write makes a module with one case g/c.
func write(t *testing.T, text string) (root string) {
	root = t.TempDir()
	dir := filepath.Join(root, "g", "c")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	return root
}
