package draft

import (
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

func behaviour(pkg, fn string, purpose policy.Purpose, host string, switches ...egress.Switch) egress.Behaviour {
	b := egress.Behaviour{Site: egress.Site{Package: pkg, Func: fn}, Purpose: purpose, Verdict: egress.OptIn, Switches: switches}
	if host != "" {
		b.Hosts = []string{host}
	}
	return b
}

func starts(kind egress.SwitchKind, key, value string) egress.Switch {
	return egress.Switch{Kind: kind, Key: key, Value: value, Effect: egress.Starts}
}

func stops(kind egress.SwitchKind, key, value, def string) egress.Switch {
	return egress.Switch{Kind: kind, Key: key, Value: value, Effect: egress.Stops, Default: def}
}

func draft(behaviours ...egress.Behaviour) string {
	return string(policy.Format(Policy("example.org/app", behaviours)))
}

func TestPackagesPurposesAndGatesAreKeptApart(t *testing.T) {
	text := draft(
		behaviour("example.org/app", "main$1", policy.Usage, "a.example", starts(egress.Flag, "-stats", "true")),
		behaviour("example.org/app/up", "T.Check", policy.Update, "b.example", starts(egress.Env, "UP", "1")),
		behaviour("example.org/app/up", "Again", policy.Update, "c.example", starts(egress.Env, "UP", "1")),
		behaviour("example.org/app/up", "Other", policy.Update, "d.example", starts(egress.Env, "OTHER", "1")),
		behaviour("example.org/app/up", "Crash", policy.Crash, "e.example"),
	)
	for _, want := range []string{
		"\nFunction: app\nScope: ./\nPurpose: usage unreviewed\nHosts: a.example\nConsent: stats\n",
		"\nFunction: up-crash\nScope: ./up:Crash\nPurpose: crash unreviewed\nHosts: e.example\n\n",
		"\nFunction: up-update\nScope: ./up:T.Check ./up:Again\nPurpose: update unreviewed\nHosts: b.example c.example\nConsent: up\n",
		"\nFunction: up-update-2\nScope: ./up:Other\nPurpose: update unreviewed\nHosts: d.example\nConsent: other\n",
		"\nConsent: stats\nKind: flag\nKey: -stats\nGrants: true\nDefault: off\n",
		"\n# main to a.example: opt-in, flag -stats=true starts it\nFunction: app\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no\n%s\nin\n%s", want, text)
		}
	}
}

// What a dependency sends is declared where the module calls into it.
func TestDependencies(t *testing.T) {
	b := behaviour("example.com/sdk", "Client.send", policy.Usage, "a.example")
	b.Path = []egress.Frame{{Func: "example.org/app:main"}, {Func: "example.org/app/stats:Send$2"}, {Func: "example.com/sdk:Client.send"}}
	if text := draft(b); !strings.Contains(text, "Scope: ./stats\n") {
		t.Errorf("the scope is not the caller's:\n%s", text)
	}
}

func TestSwitches(t *testing.T) {
	for _, test := range []struct {
		s    egress.Switch
		want string
	}{
		{starts(egress.Prompt, "main", "y"), "Kind: prompt\nKey: main\nGrants: y\nDefault: ask\n"},
		{starts(egress.Command, "telemetry on", "true"), "Consent: telemetry-on\nKind: command\nKey: telemetry on\nGrants: true\nDefault: off\n"},
		{stops(egress.Flag, "stats", "false", "true"), "Grants: true\nDefault: on\n"},
		{stops(egress.Config, "off", "true", "false"), "Grants: false\nDefault: on\n"},
		{stops(egress.Env, "DO_NOT_TRACK", "1", ""), "Consent: do-not-track\nKind: env\nKey: DO_NOT_TRACK\nRefuses: 1\nDefault: veto\n"},
		{starts(egress.Env, "ANY", "*"), "Key: ANY\nDefault: off\n"},
		{starts(egress.Env, "BLANK", "a b"), "Key: BLANK\nDefault: off\n"},
	} {
		if text := draft(behaviour("example.org/app", "F", policy.Usage, "a.example", test.s)); !strings.Contains(text, test.want) {
			t.Errorf("no\n%s\nin\n%s", test.want, text)
		}
	}
	decoy := starts(egress.Env, "DECOY", "1")
	decoy.Decoy = true
	text := draft(behaviour("example.org/app", "F", policy.Usage, "a.example", decoy, starts(egress.Caller, "Options.X", "true")),
		behaviour("example.org/app/x", "F", policy.UnknownPurpose, "a.example", starts(egress.Env, "X", "1")))
	if strings.Contains(text, "\nConsent:") {
		t.Errorf("a consent that decides nothing known:\n%s", text)
	}
}

// Nobody can take a draft for a policy: every purpose is an error, and after
// that what could not be written.
func TestADraftIsNoPolicy(t *testing.T) {
	text := draft(
		behaviour("example.org/app", "F", policy.Usage, "", starts(egress.Env, "ANY", "*")),
		behaviour("example.org/app/x", "F", policy.UnknownPurpose, "http://no.example/host\n#"),
		behaviour("example.org/app/y", "F", policy.Crash, "a.example", starts(egress.Env, "Y", "1")),
	)
	_, err := policy.Parse("p", []byte(text))
	if err == nil {
		t.Fatalf("the draft is a policy:\n%s", text)
	}
	if got := strings.Count(err.Error(), "the purpose is unreviewed"); got != 3 {
		t.Errorf("%d purposes are unreviewed, want 3: %v", got, err)
	}
	for line := range strings.Lines(err.Error()) {
		if !strings.Contains(line, "the purpose is unreviewed") && !strings.Contains(line, "without the field") {
			t.Errorf("the draft has another error: %s", line)
		}
	}
	reviewed := strings.NewReplacer("Purpose: unreviewed", "Purpose: primary because", "unreviewed", "because").Replace(text)
	_, err = policy.Parse("p", []byte(reviewed))
	if got := strings.Count(err.Error(), "without the field Hosts"); got != 2 {
		t.Errorf("%d paragraphs want hosts, want 2: %v", got, err)
	}
}
