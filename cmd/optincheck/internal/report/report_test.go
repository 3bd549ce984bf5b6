package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/policy"
)

var update = flag.Bool("update", false, "write the golden files anew")

// An audit is what a test sends to a handler.
type audit struct {
	start      report.Start
	behaviours []egress.Behaviour
	findings   []report.Finding
	end        report.End
}

func (a audit) send(t *testing.T, h report.Handler) {
	t.Helper()
	report.Identify(a.findings, a.behaviours)
	if err := report.Send(h, a.start, a.behaviours, a.findings, a.end); err != nil {
		t.Fatal(err)
	}
}

const mainGo = `package main

func main() {
	if *telemetry { send("ünï") }
}
`

func source(name string) ([]byte, error) {
	if name == "main.go" {
		return []byte(mainGo), nil
	}
	return nil, errors.New("no such file")
}

var optOut = egress.Behaviour{
	ID: "usage@example.org/app/stats:Send", Purpose: policy.Usage, Verdict: egress.OptOut, Trigger: "start",
	Programs: []string{"example.org/app"},
	Site:     egress.Site{Package: "example.org/app/stats", Func: "Send", File: "stats/send.go", Line: 14, Column: 2, Call: "net/http:Post"},
	Hosts:    []string{"stats.example.org"},
	Switches: []egress.Switch{
		{Kind: egress.Flag, Key: "-telemetry", Value: "false", Effect: egress.Stops, Default: "true",
			DecidedAt: egress.Place{File: "main.go", Line: 4, Column: 6}, DefaultAt: egress.Place{File: "main.go", Line: 2}},
		{Kind: egress.Env, Key: "NO_STATS", Value: "1", Effect: egress.Stops, Decoy: true},
	},
	Needs:      egress.Any,
	Conditions: []egress.Condition{{Kind: "ci", Text: `os.Getenv("CI") == ""`, File: "stats/send.go", Line: 9}},
	Path: []egress.Frame{
		{Func: "example.org/app:main", File: "main.go", Line: 4}, {Func: "example.org/app/a:A", File: "a/a.go", Line: 1},
		{Func: "example.org/app/b:B", File: "b/b.go", Line: 2}, {Func: "example.org/app/c:C", File: "c/c.go", Line: 3},
		{Func: "example.org/app/d:D", File: "d/d.go", Line: 4}, {Func: "example.org/app/e:E", File: "e/e.go", Line: 5},
		{Func: "example.org/app/f:F", File: "f/f.go", Line: 6}, {Func: "example.org/app/stats:Send", File: "stats/send.go", Line: 14},
	},
	Paths:    3,
	Evidence: []string{`the host's name says "stats"`},
}

var unknown = egress.Behaviour{
	ID: "unknown@example.org/app/get:Get", Purpose: policy.UnknownPurpose, Verdict: egress.Unknown, Reason: "called by reflection at get/get.go:3",
	Trigger: "command get", Site: egress.Site{Package: "example.org/app/get", Func: "Get", File: "get/get.go", Line: 7, Column: 9, Call: "net/http:Get"}, Paths: 1,
}

var inDependency = egress.Behaviour{
	ID: "crash@example.org/dep:Send", Purpose: policy.Crash, Verdict: egress.Unconditional, Trigger: "start",
	Site: egress.Site{Package: "example.org/dep", Func: "Send", File: "example.org/dep@v1.0.0/dep.go", Line: 7, Column: 2, Call: "net/http:Post"},
	Path: []egress.Frame{{Func: "example.org/app:main", File: "main.go", Line: 4}, {Func: "example.org/dep:Send", File: "example.org/dep@v1.0.0/dep.go", Line: 7}}, Paths: 1,
}

func audits() map[string]audit {
	build := report.Build{Goos: "linux", Goarch: "amd64"}
	finding := report.Finding{Rule: "optout/default-on", Behaviour: optOut.ID, File: "main.go", Line: 4, Column: 6,
		Message: "usage is sent unless the user says no (optout/default-on)"}
	second := finding
	second.Rule, second.File, second.Line, second.Message = "telemetry/decoy-switch", "gone.go", 3, "NO_STATS stops nothing (telemetry/decoy-switch)"
	hostile := report.Finding{Rule: "telemetry/no-consent", File: "main.go", Line: 4, Column: 24, Message: "host \x1b[2Jevil\u202e\r\n (telemetry/no-consent)"}
	return map[string]audit{
		"clean": {start: report.Start{Build: build, Policy: report.Policy{Origin: policy.BuiltIn}}},
		"findings": {
			start: report.Start{Module: "example.org/app", Programs: []string{"example.org/app"}, Build: report.Build{Goos: "linux", Goarch: "amd64", Tags: []string{"x"}},
				Policy: report.Policy{File: "debian/optin.policy", Digest: "00ff", Origin: policy.Found}},
			behaviours: []egress.Behaviour{optOut, unknown},
			findings:   []report.Finding{finding, second},
			end: report.End{
				Assumptions: []egress.Assumption{{Kind: "tag", Key: "x", Value: "true"}},
				BlindSpots:  []egress.BlindSpot{{Kind: "reflect", File: "get/get.go", Line: 3}},
				Unreached:   []egress.Site{{Func: "old", File: "old.go", Line: 5, Column: 2, Call: "net:Dial"}},
			},
		},
		"incomplete": {
			start: report.Start{Module: "example.org/app", Build: build, Policy: report.Policy{File: "../p", Digest: "00ff", Origin: policy.Given}},
			end:   report.End{NotAnalysed: []egress.NotAnalysed{{Package: "example.org/gone", Reason: "no required module provides it"}}},
		},
		"strict": {
			start: report.Start{Build: build, Policy: report.Policy{Origin: policy.BuiltIn}},
			end:   report.End{Strict: true, BlindSpots: []egress.BlindSpot{{Kind: "cgo", File: "c.go", Line: 3}}},
		},
		"dependency": {
			start:      report.Start{Module: "example.org/app", Build: build, Policy: report.Policy{File: "optin.policy", Digest: "00ff", Origin: policy.Found}},
			behaviours: []egress.Behaviour{inDependency},
			findings: []report.Finding{
				{Rule: "telemetry/no-consent", Behaviour: inDependency.ID, File: "example.org/dep@v1.0.0/dep.go", Line: 7, Column: 2, Message: "crash report to a host that could not be resolved (telemetry/no-consent)"},
				{Rule: "policy/unused-override", File: "optin.policy", Line: 3, Column: 11, Message: "there is no finding x/y; delete this override (policy/unused-override)"},
			},
			end: report.End{Known: 2},
		},
		"hostile": {start: report.Start{Build: build, Policy: report.Policy{Origin: policy.BuiltIn}}, findings: []report.Finding{hostile}},
	}
}

func TestText(t *testing.T) {
	for name, a := range audits() {
		var out bytes.Buffer
		a.send(t, report.NewText(&out, report.TextOptions{Source: source}))
		golden(t, name+".txt", out.Bytes())
	}
}

func TestTextFull(t *testing.T) {
	var out bytes.Buffer
	a := audits()["findings"]
	a.findings = nil
	a.send(t, report.NewText(&out, report.TextOptions{Source: source, Full: true}))
	golden(t, "full.txt", out.Bytes())
}

func TestManyBlindSpotsAreFolded(t *testing.T) {
	var spots []egress.BlindSpot
	for i := range 9 {
		spots = append(spots, egress.BlindSpot{Kind: "not-built", File: "x.go", Line: i + 1}, egress.BlindSpot{Kind: "cgo", File: "c.go", Line: i + 1})
	}
	a := audit{end: report.End{BlindSpots: spots[:12]}}
	var out, full bytes.Buffer
	a.send(t, report.NewText(&out, report.TextOptions{}))
	a.send(t, report.NewText(&full, report.TextOptions{Full: true}))
	golden(t, "folded.txt", out.Bytes())
	if got := strings.Count(full.String(), ".go:"); got != 12 {
		t.Errorf("full text lists %d blind spots, want all 12", got)
	}
}

func TestTextColor(t *testing.T) {
	var plain, colored bytes.Buffer
	a := audits()["findings"]
	a.send(t, report.NewText(&plain, report.TextOptions{Source: source}))
	a.send(t, report.NewText(&colored, report.TextOptions{Source: source, Color: true}))
	if bytes.ContainsRune(plain.Bytes(), '\x1b') {
		t.Error("text without colour has escape sequences")
	}
	golden(t, "color.txt", colored.Bytes())
}

func TestNoControlCharacterOfAnUntrustedNameIsPrinted(t *testing.T) {
	var out bytes.Buffer
	audits()["hostile"].send(t, report.NewText(&out, report.TextOptions{Source: source}))
	if strings.ContainsAny(out.String(), "\x1b\r\u202e") {
		t.Errorf("output holds control characters: %q", out.String())
	}
}

func TestJSON(t *testing.T) {
	for name, a := range audits() {
		var out, pretty bytes.Buffer
		a.send(t, report.NewJSON(&out))
		if err := json.Indent(&pretty, out.Bytes(), "", "  "); err != nil {
			t.Fatal(err)
		}
		golden(t, name+".json", pretty.Bytes())
		if bytes.Contains(out.Bytes(), []byte("null")) {
			t.Errorf("%s: a list is null", name)
		}
		if bytes.Count(out.Bytes(), []byte("\n")) != 1 {
			t.Errorf("%s: the document is not on one line", name)
		}
	}
}

func TestErrorsOfWritingAreReturned(t *testing.T) {
	a := audits()["findings"]
	for _, h := range []report.Handler{
		report.NewText(broken{}, report.TextOptions{}), report.NewJSON(broken{}), report.NewSARIF(broken{}, options),
		report.NewGitHub(broken{}, nil, options), report.NewGitHub(io.Discard, broken{}, options), report.NewLintian(broken{}, "app", options.Explain),
		report.NewGitLab(broken{}, options),
	} {
		if err := report.Send(h, a.start, a.behaviours, a.findings, a.end); !errors.Is(err, errFull) {
			t.Errorf("%T: error is %v, want %v", h, err, errFull)
		}
	}
}

var errFull = errors.New("disk full")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errFull }

// golden compares with a golden file, or writes it with -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; `go test ./cmd/optincheck/internal/report -update` writes it", err)
	}
	if diff := cmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); `go test ./cmd/optincheck/internal/report -update` writes it anew:\n%s", name, diff)
	}
}
