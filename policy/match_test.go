package policy

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestPatternMatch(t *testing.T) {
	const m = "example.org/m"
	for _, test := range []struct {
		pattern, module, pkg, symbol string
		want                         bool
	}{
		{"./", m, m, "main", true},
		{"./", m, m + "/a", "F", false},
		{"./a", m, m + "/a", "F", true},
		{"./a", m, m + "/a", "", true},
		{"./a", m, m + "/a/b", "F", false},
		{"./a", m, "example.org/other/a", "F", false},
		{"./a", "", "/a", "F", false},
		{"./...", m, m, "F", true},
		{"./...", m, m + "/a/b", "F", true},
		{"./...", m, m + "2/a", "F", false},
		{"./a...", m, m + "/a", "F", true},
		{"./a...", m, m + "/ab", "F", true},
		{"./a/...", m, m + "/a", "F", true},
		{"./a/...", m, m + "/a/b", "F", true},
		{"./a/...", m, m + "/ab", "F", false},
		{"./a:F", m, m + "/a", "F", true},
		{"./a:F", m, m + "/a", "G", false},
		{"./a:F", m, m + "/a", "T.F", false},
		{"./a:F", m, m + "/a", "", false},
		{"./a:F", m, m + "/a", "F$1", true},
		{"./a:F", m, m + "/a", "F$1$2", true},
		{"./a:T.F", m, m + "/a", "T.F$bound", true},
		{"./a:T", m, m + "/a", "T.F", false},
		{"./a:init", m, m + "/a", "init#1", true},
		{"./...:T.Send", m, m + "/a/b", "T.Send", true},
		{"gopkg.in/yaml.v3:Decoder.Decode", m, "gopkg.in/yaml.v3", "Decoder.Decode", true},
		{"gopkg.in/yaml.v3", m, m + "/vendor/gopkg.in/yaml.v3", "F", true},
		{"gopkg.in/yaml.v3", m, "a/vendor/b/vendor/gopkg.in/yaml.v3", "F", true},
		{"golang.org/x/net/http2", "", "vendor/golang.org/x/net/http2", "F", true},
		{"./...", m, m + "/vendor/gopkg.in/yaml.v3", "F", false},
		{"./vendored", m, m + "/vendored", "F", true},
		{"./a", m, m + "/a [" + m + "/a.test]", "F", true},
		{"./a", m + "/v2", m + "/v2/a", "F", true},
		{"./a", m + "/v2", m + "/a", "F", true}, // GOPATH mode
		{"./a", m + "/v", m + "/a", "F", false},
		{"./a", m + "/vet", m + "/a", "F", false},
	} {
		if _, err := ParsePattern(test.pattern); err != nil {
			t.Error(err)
		}
		if got := Pattern(test.pattern).Match(test.module, test.pkg, test.symbol); got != test.want {
			t.Errorf("Pattern(%q).Match(%q, %q, %q) = %t", test.pattern, test.module, test.pkg, test.symbol, got)
		}
	}
}

func TestParsePatternSaysWhatToWrite(t *testing.T) {
	_, err := ParsePattern("./a/")
	const want = `bad pattern "./a/": the path ends in a slash; delete the slash, or write /... for all packages below`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestPatternCovers(t *testing.T) {
	for _, test := range []struct {
		p, q string
		want bool
	}{
		{"./a", "./a", true},
		{"./a", "./a:F", true},
		{"./a:F", "./a", false},
		{"./a:F", "./a:F", true},
		{"./a:F", "./a:G", false},
		{"./a...", "./a", true},
		{"./a...", "./a/...", true},
		{"./a/...", "./a...", false},
		{"./a/...", "./a", true},
		{"./a/...", "./a/b...", true},
		{"./a/...", "./ab", false},
		{"./a", "./a...", false},
		{"./...", "./", true},
		{"./...", "example.org/m/a:F", true},
		{"./...:F", "./a:F", true},
		{"./...", "example.org/other", false},
	} {
		if got := Pattern(test.p).covers(Pattern(test.q), "example.org/m"); got != test.want {
			t.Errorf("%s covers %s: %t", test.p, test.q, got)
		}
	}
}

func TestHostAllowed(t *testing.T) {
	for _, test := range []struct {
		hosts []string
		host  string
		want  bool
	}{
		{[]string{"stats.example.org"}, "stats.example.org", true},
		{[]string{"stats.example.org"}, "STATS.example.org.", true},
		{[]string{"stats.example.org"}, "stats.example.org:8443", true},
		{[]string{"stats.example.org"}, "example.org", false},
		{[]string{"stats.example.org"}, "evil-stats.example.org", false},
		{[]string{"stats.example.org"}, "stats.example.org.evil.example", false},
		{[]string{"a.example", "b.example"}, "b.example", true},
		{[]string{"stats.example.org:8443"}, "stats.example.org:8443", true},
		{[]string{"stats.example.org:8443"}, "stats.example.org", false},
		{[]string{"stats.example.org:8443"}, "stats.example.org:443", false},
		{[]string{"stats.example.org:443"}, "stats.example.org", true},
		{[]string{"stats.example.org:443"}, "stats.example.org:80", false},
		{[]string{"*.example.org"}, "a.example.org", true},
		{[]string{"*.example.org"}, "example.org", false},
		{[]string{"*.example.org"}, "a.b.example.org", false},
		{[]string{"*.example.org"}, ".example.org", false},
		{[]string{"[2001:db8::1]:53"}, "[2001:db8::1]:53", true},
		{[]string{"2001:db8::1"}, "[2001:db8::1]:53", true},
		{[]string{"@user"}, "@user", true},
		{[]string{"@user"}, "stats.example.org", false},
		{[]string{"@user"}, "@loopback", false},
		{[]string{"@loopback"}, "@loopback", true},
		{[]string{"@loopback"}, "localhost:80", true},
		{[]string{"@loopback"}, "x.localhost", true},
		{[]string{"@loopback"}, "127.8.0.1:80", true},
		{[]string{"@loopback"}, "[::1]:80", true},
		{[]string{"@loopback"}, "::1", true},
		{[]string{"@loopback"}, "localhost.example.org", false},
		{[]string{"@loopback"}, "128.0.0.1", false},
		{[]string{"none"}, "stats.example.org", false},
		{[]string{"none"}, "none", false},
		{[]string{"stats.example.org"}, "", false},
		{nil, "stats.example.org", false},
	} {
		f := new(Function)
		for _, h := range test.hosts {
			if what, _ := badHost(h); what != "" {
				t.Error(what)
			}
			f.Hosts = append(f.Hosts, Item{Value: h})
		}
		if got := HostAllowed(f, test.host); got != test.want {
			t.Errorf("Hosts %v allow %q: %t", test.hosts, test.host, got)
		}
	}
	if HostAllowed(nil, "stats.example.org") {
		t.Error("an undeclared function may reach a host")
	}
}

// parse parses what follows a header of module example.org/m.
func parse(t *testing.T, text string) *Policy {
	t.Helper()
	p, err := Parse("p", []byte("Format: "+FormatURI+"\nModule: example.org/m\n"+text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestLastMatchingFunctionApplies(t *testing.T) {
	p := parse(t, `
Function: general
Scope: ./...
Purpose: primary
Hosts: @user

Function: special
Scope: ./a:Send ./b
Purpose: primary
Hosts: none
`)
	for _, test := range []struct{ pkg, symbol, want string }{
		{"example.org/m/a", "Send$1", "special"},
		{"example.org/m/a", "Other", "general"},
		{"example.org/m/b", "Other", "special"},
		{"example.org/m", "main", "general"},
		{"example.org/other", "F", ""},
	} {
		got := ""
		if f := p.FunctionFor("example.org/m", test.pkg, test.symbol); f != nil {
			got = f.Name
		}
		if got != test.want {
			t.Errorf("%s:%s is in %q, want %q", test.pkg, test.symbol, got, test.want)
		}
	}
}

func TestConsentValues(t *testing.T) {
	grants := &Consent{Grants: []Item{{Value: "on"}, {Value: ">=2"}}}
	for value, want := range map[string]bool{"on": true, "2": true, "10": true, "1": false, "ON": false, "": false, "off": false, "2x": false} {
		if got := grants.GrantedBy(value); got != want {
			t.Errorf("%q grants: %t", value, got)
		}
	}
	any := &Consent{Refuses: []Item{{Value: "*"}}}
	one := &Consent{Refuses: []Item{{Value: "1"}}}
	for _, test := range []struct {
		c     *Consent
		value string
		want  bool
	}{{any, "1", true}, {any, "0", true}, {any, "", false}, {one, "1", true}, {one, "true", false}, {one, "", false}} {
		if got := test.c.RefusedBy(test.value); got != test.want {
			t.Errorf("%v refused by %q: %t", test.c.Refuses, test.value, got)
		}
	}
}

func TestConsentNamesSwitch(t *testing.T) {
	const m = "example.org/m"
	for _, test := range []struct {
		kind                  Kind
		declared, key, symbol string
		want                  bool
	}{
		{KindEnv, "SEND", "SEND", "", true},
		{KindEnv, "SEND", "SEND_NOT", "", false},
		{KindFlag, "--send", "-send", "", true},
		{KindFlag, "send", "--send", m + ":send", true},
		{KindConfig, "./settings:Config.Usage", "usage", m + "/settings:Config.Usage", true},
		{KindConfig, "./settings:Config.Usage", "usage", m + "/settings:Config.Other", false},
		{KindConfig, "telemetry.enabled", "telemetry.enabled", m + "/settings:Config.Enabled", true},
		{KindFunction, "./consent:Given", "", m + "/consent:Given", true},
	} {
		c := &Consent{Kind: test.kind, Key: test.declared}
		if got := c.Names(m, test.kind, test.key, test.symbol); got != test.want {
			t.Errorf("%s %s names %q, %q: %t", test.kind, test.declared, test.key, test.symbol, got)
		}
		if c.Names(m, KindPrompt, test.key, test.symbol) {
			t.Errorf("%s %s names a prompt", test.kind, test.declared)
		}
	}
}

func TestOverrideFor(t *testing.T) {
	p := parse(t, `
Override: optout/default-on
Scope: ./a
Context: *flag -send?*
Justification: reasons
Expires: 2027-06-30

Override: optout/default-on
Scope: ./b:Send
Justification: reasons
`)
	const m = "example.org/m"
	last := time.Date(2027, 6, 30, 23, 59, 0, 0, time.UTC)
	for _, test := range []struct {
		rule, pkg, symbol, message string
		now                        time.Time
		want                       OverrideState
		line                       int
	}{
		{"optout/default-on", m + "/a", "F", "the flag -sends is on", last, Active, 4},
		{"optout/default-on", m + "/a", "F", "the flag -sends is on", last.Add(time.Minute), Expired, 4},
		{"optout/default-on", m + "/a", "F", "the flag -other is on", last, Mismatched, 4},
		{"optout/default-on", m + "/b", "Send$1", "anything", last, Active, 10},
		{"optout/default-on", m + "/c", "F", "anything", last, Mismatched, 4},
		{"telemetry/no-consent", m + "/a", "F", "the flag -sends is on", last, Unrelated, 0},
	} {
		o, state := p.OverrideFor(test.rule, m, test.pkg, test.symbol, test.message, test.now)
		line := 0
		if o != nil {
			line = o.Position.Line
		}
		if state != test.want || line != test.line {
			t.Errorf("%s in %s:%s, %q: %q of line %d, want %q of line %d", test.rule, test.pkg, test.symbol, test.message, state, line, test.want, test.line)
		}
	}
}

func TestGlob(t *testing.T) {
	for _, test := range []struct {
		pattern, s string
		want       bool
	}{
		{"*", "", true}, {"*", "a", true}, {"?", "ä", true}, {"?", "", false}, {"a", "a", true}, {"a", "ab", false},
		{"*b", "aab", true}, {"a*b*c", "axbxbxc", true}, {"a*b*c", "axbxb", false}, {"*a*", "bbb", false}, {"a**", "a", true},
	} {
		if got := glob(test.pattern, test.s); got != test.want {
			t.Errorf("%q matches %q: %t", test.pattern, test.s, got)
		}
	}
}

func TestModuleMismatch(t *testing.T) {
	p := parse(t, "")
	if err := p.CheckModule("example.org/m"); err != nil {
		t.Error(err)
	}
	const want = "p:2:9: this is the policy of module example.org/m, not of example.org/n; write Module: example.org/n, or give that module's policy"
	if err := p.CheckModule("example.org/n"); err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	if err := p.CheckPackages([]string{"fmt", "example.org/m/cmd/x"}); err != nil {
		t.Error(err)
	}
	const wantGOPATH = "p:2:9: this is the policy of example.org/m, and no audited package is below that path; write as Module the import path that all of the program's packages begin with"
	if err := p.CheckPackages([]string{"example.org/mm"}); err == nil || err.Error() != wantGOPATH {
		t.Errorf("got  %v\nwant %s", err, wantGOPATH)
	}
}

func TestProgramsAndSettings(t *testing.T) {
	all := parse(t, "")
	if !all.IsProgram("example.org/m/cmd/x") {
		t.Error("without Programs, a main package does not count")
	}
	some := parse(t, "Programs: ./cmd/a\nInstalled: env:X=off config:a.b=c=d\n")
	if !some.IsProgram("example.org/m/cmd/a") || some.IsProgram("example.org/m/cmd/b") {
		t.Error("Programs does not tell a from b")
	}
	want := []Setting{{KindEnv, "X", "off"}, {KindConfig, "a.b", "c=d"}}
	if diff := cmp.Diff(want, some.Header.Settings()); diff != "" {
		t.Error(diff)
	}
}

func TestLedger(t *testing.T) {
	p := parse(t, `
Function: used
Scope: ./a
Purpose: usage
Hosts: example.org
Consent: asked

Function: unused
Scope: ./b
Purpose: primary
Hosts: @user

Function: silent
Scope: ./c
Purpose: update
Hosts: none

Consent: asked
Kind: env
Key: SEND
Grants: 1
Default: on

Consent: unasked
Kind: env
Key: SEND_TOO
Grants: 1
Default: off

Override: a/active
Scope: ./a
Justification: x
Expires: 2030-01-01

Override: a/expired
Scope: ./a
Justification: x
Expires: 2020-01-01

Override: a/mismatched
Scope: ./b
Justification: x

Override: a/unused
Scope: ./a
Justification: x
`)
	l := NewLedger(p, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	if f := l.Function("example.org/m/a", "F"); f == nil || f.Name != "used" {
		t.Errorf("F is in %+v", f)
	}
	for rule, accepted := range map[string]bool{"a/active": true, "a/expired": false, "a/mismatched": false, "a/other": false} {
		if o := l.Override(rule, "example.org/m/a", "F", "message"); (o != nil) != accepted {
			t.Errorf("%s: %+v", rule, o)
		}
	}
	var got []string
	for _, c := range l.Complaints() {
		got = append(got, c.Position.String()+" "+c.Finding+": "+c.Message)
	}
	want := []string{
		`p:10:11 policy/unused-paragraph: no egress is in the Scope of function "unused"; delete the paragraph, or correct its Scope`,
		`p:24:10 policy/default-on: consent "asked" is given by default; a yes must be the user's: write Default: off, and change the program`,
		`p:26:10 policy/unused-paragraph: no Function names the consent "unasked"; delete the paragraph, or name it`,
		`p:40:10 policy/expired-override: this override ended on 2020-01-01, and a/expired is found again; repair the cause, or justify it anew`,
		`p:42:11 policy/mismatched-override: a/mismatched is found, but elsewhere or with another message than Scope and Context say; correct them`,
		`p:46:11 policy/unused-override: there is no finding a/unused; delete this override`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if got := NewLedger(Builtin(), time.Now()).Complaints(); len(got) > 0 {
		t.Errorf("the built-in policy has complaints: %v", got)
	}
}
