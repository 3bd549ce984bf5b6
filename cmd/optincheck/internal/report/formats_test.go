package report_test

import (
	"bytes"
	"io"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
)

// options are those of a module in the folder mod of its repository.
var options = report.Options{
	Version: "v1.2.3",
	Source:  source,
	Locate: func(name string) (string, bool) {
		if strings.Contains(name, "@") {
			return name, false
		}
		return path.Join("mod", name), true
	},
	Explain: func(rule string) string {
		return "What " + rule + " is about. And\nmore of it.\n\nViolates:\n\n\tf(true)\n"
	},
	URL: func(rule string) string { return "https://optincheck.example/" + rule },
}

// schema is the published one.
func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	s, err := c.Compile(filepath.Join("testdata", "sarif", "sarif-schema-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func validate(s *jsonschema.Schema, log []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(log))
	if err != nil {
		return err
	}
	return s.Validate(doc)
}

func TestSARIF(t *testing.T) {
	published := schema(t)
	for name, a := range audits() {
		var out bytes.Buffer
		a.send(t, report.NewSARIF(&out, options))
		golden(t, name+".sarif", out.Bytes())
		if err := validate(published, out.Bytes()); err != nil {
			t.Errorf("%s.sarif: %v", name, err)
		}
		for _, wrong := range []string{`"startLine":`, `"version": "2.1.0"`, `"level": "error"`} {
			broken := strings.ReplaceAll(out.String(), wrong, `"nonsense": "x", "y":`)
			if strings.Contains(out.String(), wrong) && validate(published, []byte(broken)) == nil {
				t.Errorf("%s.sarif: the schema accepts it without %s", name, wrong)
			}
		}
	}
}

func TestColumnsOfSARIFCountUTF16(t *testing.T) {
	opts := options
	opts.Source = func(string) ([]byte, error) { return []byte("\t/*😀ü*/ send()\n"), nil }
	var out bytes.Buffer
	f := report.Finding{Rule: "telemetry/no-consent", File: "main.go", Line: 1, Column: len("\t/*😀ü*/ ") + 1, Message: "x"}
	audit{findings: []report.Finding{f}}.send(t, report.NewSARIF(&out, opts))
	if want := `"startColumn": 10`; !strings.Contains(out.String(), want) { // the tab, /*, two halves, ü, */ and a blank
		t.Errorf("no %s in\n%s", want, out.String())
	}
}

func TestGitHub(t *testing.T) {
	for name, a := range audits() {
		var out, summary bytes.Buffer
		a.send(t, report.NewGitHub(&out, &summary, options))
		golden(t, name+".github", out.Bytes())
		golden(t, name+".md", summary.Bytes())
	}
}

func TestNoTextOfTheAuditedCodeIsMarkup(t *testing.T) {
	hostile := optOut
	hostile.Hosts = []string{"x|<img src=//evil>[a](b)@org/team\n::error::"}
	f := report.Finding{Rule: "optout/default-on", Behaviour: hostile.ID, File: "a,b:c%.go", Line: 1, Message: "m\n::error::x%0A (optout/default-on)"}
	var out, summary bytes.Buffer
	audit{behaviours: []egress.Behaviour{hostile}, findings: []report.Finding{f}}.send(t, report.NewGitHub(&out, &summary, options))
	if strings.ContainsAny(summary.String(), "<>@") || strings.Contains(summary.String(), "](b)") {
		t.Errorf("the summary holds markup:\n%s", summary.String())
	}
	want := "::error file=mod/a%2Cb%3Ac%25.go,line=1,title=optout/default-on::m\\n::error::x%250A\n"
	if out.String() != want {
		t.Errorf("annotation is %q, want %q", out.String(), want)
	}
}

func TestASummaryIsBounded(t *testing.T) {
	f := report.Finding{Rule: "optout/default-on", Behaviour: optOut.ID, File: "main.go", Line: 1, Message: strings.Repeat("m", 500)}
	var summary bytes.Buffer
	a := audit{behaviours: []egress.Behaviour{optOut}, findings: slices.Repeat([]report.Finding{f}, 5000)}
	a.send(t, report.NewGitHub(io.Discard, &summary, options))
	if n := summary.Len(); n > 1<<20 {
		t.Errorf("the summary has %d bytes; GitHub takes no more than a mebibyte", n)
	}
	if !strings.Contains(summary.String(), "4800 more") {
		t.Error("the summary does not say how much is left out")
	}
}

func TestGitLab(t *testing.T) {
	for name, a := range audits() {
		var out bytes.Buffer
		a.send(t, report.NewGitLab(&out, options))
		golden(t, name+".gitlab", out.Bytes())
	}
}

func TestLintian(t *testing.T) {
	for name, a := range audits() {
		var out bytes.Buffer
		a.send(t, report.NewLintian(&out, "app", options.Explain))
		golden(t, name+".lintian", out.Bytes())
	}
}

// Where code moves, a finding stays the same; where it says something else to
// somebody else, it does not.
func TestFingerprint(t *testing.T) {
	finding := report.Finding{Rule: "optout/default-on", Behaviour: optOut.ID, File: "main.go", Line: 4, Message: "m"}
	moved, again, renamed := finding, finding, finding
	moved.Line, moved.File = 400, "other.go"
	renamed.Rule = "telemetry/decoy-switch"
	findings := []report.Finding{finding, again, renamed}
	report.Identify(findings, []egress.Behaviour{optOut})
	first := findings[0].Fingerprint
	if findings[1].Fingerprint == first || findings[2].Fingerprint == first {
		t.Errorf("three findings share fingerprints: %v", findings)
	}
	for _, test := range []struct {
		what   string
		change func(*egress.Behaviour)
		same   bool
	}{
		{"another line", func(b *egress.Behaviour) { b.Site.Line++ }, true},
		{"another verdict", func(b *egress.Behaviour) { b.Verdict = egress.Unconditional }, true},
		{"another host", func(b *egress.Behaviour) { b.Hosts = []string{"evil.example"} }, false},
		{"another host besides", func(b *egress.Behaviour) { b.Hosts = append([]string{"evil.example"}, b.Hosts...) }, false},
		{"another function", func(b *egress.Behaviour) { b.Site.Func = "Other" }, false},
	} {
		b := optOut
		test.change(&b)
		one := []report.Finding{moved}
		report.Identify(one, []egress.Behaviour{b})
		if got := one[0].Fingerprint == first; got != test.same {
			t.Errorf("%s: same fingerprint is %v, want %v", test.what, got, test.same)
		}
	}
}

// Of what has no behaviour, the words tell one from the other, but for the lines
// that they name.
func TestFingerprintOfPages(t *testing.T) {
	asks := func(host, place string) report.Finding {
		return report.Finding{Rule: "webasset/tracker", Message: "asks " + host + "; in " + place + " (webasset/tracker)"}
	}
	before := []report.Finding{asks("a.example", "page.html:4"), asks("b.example", "page.html:4")}
	after := []report.Finding{asks("b.example", "page.html:44"), asks("a.example", "page.html:45")}
	report.Identify(before, nil)
	report.Identify(after, nil)
	a, b := before[0].Fingerprint, before[1].Fingerprint
	if a == b || after[0].Fingerprint != b || after[1].Fingerprint != a {
		t.Errorf("before %v, after %v", before, after)
	}
}

func TestSeverityGoesByTheVerdict(t *testing.T) {
	refused := egress.Behaviour{ID: "refused", Verdict: egress.OptIn, Refusal: &egress.Place{}}
	behaviours := []egress.Behaviour{refused}
	findings := []report.Finding{{Behaviour: "refused"}, {Rule: "policy/unused-override"}, {Rule: "webasset/tracker"}}
	want := []report.Severity{report.Error, report.Warning, report.Error}
	for verdict, severity := range map[egress.Verdict]report.Severity{
		egress.Unconditional: report.Error, egress.OptOut: report.Error, egress.Unknown: report.Warning, egress.OptIn: report.Info,
	} {
		behaviours = append(behaviours, egress.Behaviour{ID: string(verdict), Verdict: verdict})
		findings = append(findings, report.Finding{Behaviour: string(verdict)})
		want = append(want, severity)
	}
	report.Identify(findings, behaviours)
	for i, f := range findings {
		if f.Severity != want[i] {
			t.Errorf("%s%s: severity is %s, want %s", f.Rule, f.Behaviour, f.Severity, want[i])
		}
	}
	for severity, atLeast := range map[report.Severity][4]bool{
		report.Error: {false, true, true, true}, report.Warning: {false, false, true, true}, report.Info: {false, false, false, true},
	} {
		for i, least := range []report.Severity{report.Never, report.Error, report.Warning, report.Info} {
			if got := severity.AtLeast(least); got != atLeast[i] {
				t.Errorf("%s at least %s is %v", severity, least, got)
			}
		}
	}
}
