package rule

import (
	"strings"
	"testing"
	"time"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

func TestConsentTakesTheFirstThatFits(t *testing.T) {
	here := &egress.Place{File: "a.go", Line: 3}
	stop := func(kind egress.SwitchKind) egress.Switch {
		return egress.Switch{Kind: kind, Key: "k", Effect: egress.Stops}
	}
	written := stop(egress.Config)
	written.DefaultAt = *here
	// Everything that speaks for a category holds; each step takes away what
	// spoke for the one before.
	b := egress.Behaviour{Purpose: policy.Usage, Verdict: egress.OptOut, Trigger: "init", Refusal: here, Notice: here}
	b.Switches = []egress.Switch{written, stop(egress.Prompt), stop(egress.Env)}
	for _, step := range []struct {
		want   string
		change func()
	}{
		{RefusalSent, func() {}},
		{SelfGranted, func() { b.Refusal = nil }},
		{PromptDefaultYes, func() { b.Switches = b.Switches[1:] }},
		{OptOutEnvOnly, func() { b.Switches = b.Switches[1:] }},
		{DefaultOn, func() { b.Switches = append(b.Switches, stop(egress.Flag)) }},
		{NoticeIsNotConsent, func() { b.Verdict = egress.Unconditional }},
		{InitTime, func() { b.Notice = nil }},
		{NoConsent, func() { b.Trigger = "start" }},
		{Undecided, func() { b.Verdict = egress.Unknown }},
		{"", func() { b.Verdict = egress.OptIn }},
	} {
		step.change()
		if got, found := Consent(b, Context{}); got != step.want || found != (step.want != "") {
			t.Errorf("Consent = %q, %t, want %q", got, found, step.want)
		}
	}
}

func TestPlace(t *testing.T) {
	at := func(file string) egress.Place { return egress.Place{File: file, Line: 1} }
	b := egress.Behaviour{
		Site: egress.Site{File: "lib/site.go", Line: 1},
		Path: []egress.Frame{{File: "main.go", Line: 1}, {File: "call.go", Line: 1}, {File: "lib/site.go", Line: 1}},
	}
	in := func(files ...string) func(string) bool {
		return func(file string) bool { return strings.Contains(strings.Join(files, " "), file) }
	}
	for _, test := range []struct {
		name   string
		ctx    Context
		wanted []egress.Place
		want   egress.Place
	}{
		{"nothing wanted: the site", Context{}, nil, at("lib/site.go")},
		{"the first wanted", Context{}, []egress.Place{at("flags.go"), at("if.go")}, at("flags.go")},
		{"the first wanted inside", Context{Inside: in("if.go")}, []egress.Place{at("flags.go"), at("if.go")}, at("if.go")},
		{"no default: the condition", Context{}, []egress.Place{{}, at("if.go")}, at("if.go")},
		{"audit, none inside: the last wanted", Context{Inside: in()}, []egress.Place{at("flags.go"), at("if.go")}, at("if.go")},
		{"vet, none inside: the site", Context{Inside: in("lib/site.go"), InsideOnly: true}, []egress.Place{at("flags.go")}, at("lib/site.go")},
		{"vet, site outside: the innermost call", Context{Inside: in("main.go", "call.go"), InsideOnly: true}, []egress.Place{at("flags.go")}, at("call.go")},
		{"vet, all outside", Context{Inside: in(), InsideOnly: true}, nil, egress.Place{}},
	} {
		if got := test.ctx.Place(b, test.wanted...); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

func TestMessageIsOneCleanLine(t *testing.T) {
	f := Say("optout/default-on", egress.Behaviour{ID: "x"}, egress.Place{}, "to \x1b[31mevil\n.example", "", "stopped by\t\u009bthis")
	if want := "to [31mevil .example; stopped by this (optout/default-on)"; f.Message != want {
		t.Errorf("message %q, want %q", f.Message, want)
	}
}

func TestResolveGivesScopeAndPurposeOfThePolicy(t *testing.T) {
	pol := parse(t, `Format: https://optincheck.example/policy/1.0/
Module: example.org/x

Function: fetch
Scope: ./fetch
Purpose: primary
 Why.
Hosts: @user
`)
	b := egress.Behaviour{Purpose: policy.Usage, Site: egress.Site{Package: "example.org/x/fetch", Func: "Get"}, Evidence: []string{"a word"}}
	once := Resolve(b, pol)
	if once.Scope != "fetch" || once.Purpose != policy.Primary {
		t.Errorf("scope %q, purpose %q, want fetch, primary", once.Scope, once.Purpose)
	}
	want := "Function fetch of the policy|a word"
	if got := strings.Join(once.Evidence, "|"); got != want {
		t.Errorf("evidence %q, want %q", got, want)
	}
	if got := strings.Join(Resolve(once, pol).Evidence, "|"); got != want {
		t.Errorf("evidence the second time %q, want %q", got, want)
	}
	b.Site.Package = "example.org/x/other"
	if other := Resolve(b, pol); other.Scope != "" || other.Purpose != policy.Usage {
		t.Errorf("not covered, yet scope %q, purpose %q", other.Scope, other.Purpose)
	}
}

func TestDependencyIsCoveredByItselfOrByItsCaller(t *testing.T) {
	const text = `Format: https://optincheck.example/policy/1.0/
Module: example.org/x

Function: fetch
Scope: ./cmd/x:run
Purpose: primary
 Why.
Hosts: @user

Function: library
Scope: example.org/known
Purpose: update
 Why.
Hosts: none
`
	frame := func(f string) egress.Frame { return egress.Frame{Func: f} }
	for _, test := range []struct {
		name, site string
		path       []egress.Frame
		want       string
	}{
		{"by its caller", "example.org/dep", []egress.Frame{frame("example.org/x/cmd/x:main"), frame("example.org/x/cmd/x:run"), frame("example.org/dep:Send")}, "fetch"},
		{"by itself first", "example.org/known", []egress.Frame{frame("example.org/x/cmd/x:run"), frame("example.org/known:Send")}, "library"},
		{"not by its caller's caller", "example.org/dep", []egress.Frame{frame("example.org/x/cmd/x:run"), frame("example.org/x/report:Send"), frame("example.org/dep:Send")}, ""},
		{"own code only by itself", "example.org/x/report", []egress.Frame{frame("example.org/x/cmd/x:run"), frame("example.org/x/report:Send")}, ""},
		{"a module whose name only begins alike", "example.org/xdep", []egress.Frame{frame("example.org/x/cmd/x:run"), frame("example.org/xdep:Send")}, "fetch"},
		{"a dependency that nobody calls", "example.org/dep", []egress.Frame{frame("example.org/dep:init")}, ""},
	} {
		b := egress.Behaviour{Site: egress.Site{Package: test.site, Func: "Send"}, Path: test.path}
		if got := Resolve(b, parse(t, text)).Scope; got != test.want {
			t.Errorf("%s: covered by %q, want %q", test.name, got, test.want)
		}
	}
}

func TestOverride(t *testing.T) {
	const paragraph = `Format: https://optincheck.example/policy/1.0/
Module: example.org/x

Override: telemetry/no-consent
Scope: ./a ./run
Context: *stats.example.org*
Justification: Agreed in bug 17.
Expires: 2027-06-30
`
	day := func(s string) time.Time {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for _, test := range []struct {
		name, pkg, message, today string
		silenced                  bool
	}{
		{"accepted", "example.org/x/a", "to stats.example.org at start", "2027-06-30", true},
		{"another package", "example.org/x/b", "to stats.example.org at start", "2027-06-30", false},
		{"another message", "example.org/x/a", "to evil.example.org at start", "2027-06-30", false},
		{"called from there, sent by a dependency", "example.org/dep", "to stats.example.org at start", "2027-06-30", true},
		{"expired", "example.org/x/a", "to stats.example.org at start", "2027-07-01", false},
	} {
		r := Rule{Name: "telemetry", Judge: func(b egress.Behaviour, _ *policy.Policy, _ Context) []Finding {
			return []Finding{{Rule: NoConsent, Message: test.message}}
		}}
		b := egress.Behaviour{Site: egress.Site{Package: test.pkg, Func: "send"}, Path: []egress.Frame{{Func: "example.org/x/run:main"}}}
		pol := parse(t, paragraph)
		left := Judge([]Rule{r}, b, pol, policy.NewLedger(pol, day(test.today)), Context{})
		if silenced := len(left) == 0; silenced != test.silenced {
			t.Errorf("%s: silenced = %t, want %t", test.name, silenced, test.silenced)
		}
	}
}

func TestTodayIsThatOfTheBuild(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1803859200")
	if got := Today().Format(time.DateOnly); got != "2027-03-01" {
		t.Errorf("Today = %s, want 2027-03-01", got)
	}
	t.Setenv("SOURCE_DATE_EPOCH", "")
	if age := time.Since(Today()); age < 0 || age > time.Minute {
		t.Errorf("Today is %s ago without SOURCE_DATE_EPOCH", age)
	}
}

func TestParseDocs(t *testing.T) {
	docs := ParseDocs("// Package x is.\n//\n// # Analyzer x\n//\n// x: report y\n//\n// More.\n//\n// # x/one\n//\n// First.\n//\n// # x/two\n//\n//\tcode\npackage x\n", "x")
	if docs.Summary != "report y\n\nMore." {
		t.Errorf("summary %q", docs.Summary)
	}
	if got := strings.Join(docs.Order, " "); got != "x/one x/two" {
		t.Errorf("categories %q, want x/one x/two", got)
	}
	if got := docs.Category["x/one"]; got != "First." {
		t.Errorf("text of x/one %q, want First.", got)
	}
}

func parse(t *testing.T, text string) *policy.Policy {
	t.Helper()
	pol, err := policy.Parse("optin.policy", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return pol
}
