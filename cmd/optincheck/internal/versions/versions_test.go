package versions

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/policy"
)

func starts(kind egress.SwitchKind, key string) egress.Switch {
	return egress.Switch{Kind: kind, Key: key, Value: "true", Effect: egress.Starts}
}

func stops(kind egress.SwitchKind, key string) egress.Switch {
	return egress.Switch{Kind: kind, Key: key, Value: "false", Effect: egress.Stops}
}

// behaviour is a usage report of function Send, changed as a test wants it.
func behaviour(changes ...func(*egress.Behaviour)) egress.Behaviour {
	b := egress.Behaviour{
		Purpose: policy.Usage, Verdict: egress.OptOut, Needs: egress.Any, Hosts: []string{"stats.example.org"},
		Site:     egress.Site{Package: "example.org/app", Func: "Send", File: "send.go", Line: 3},
		Switches: []egress.Switch{stops(egress.Env, "NO_STATS"), stops(egress.Flag, "-stats")},
	}
	for _, change := range changes {
		change(&b)
	}
	b.ID = fmt.Sprintf("%s:%s:%s", b.Site.Func, b.Purpose, strings.Join(b.Hosts, ","))
	return b
}

func verdict(v egress.Verdict, needs egress.Needs, switches ...egress.Switch) func(*egress.Behaviour) {
	return func(b *egress.Behaviour) { b.Verdict, b.Needs, b.Switches = v, needs, switches }
}

func host(hosts ...string) func(*egress.Behaviour) {
	return func(b *egress.Behaviour) { b.Hosts = hosts }
}

func in(function string) func(*egress.Behaviour) {
	return func(b *egress.Behaviour) { b.Site.Func, b.Site.Line = function, 99 }
}

func purposeOf(p policy.Purpose) func(*egress.Behaviour) {
	return func(b *egress.Behaviour) { b.Purpose = p }
}

var (
	all           = []egress.Switch{starts(egress.Config, "a"), starts(egress.Env, "B")}
	optIn         = verdict(egress.OptIn, egress.All, all...)
	optInAny      = verdict(egress.OptIn, egress.Any, all...)
	optInOne      = verdict(egress.OptIn, "", all[:1]...)
	unconditional = verdict(egress.Unconditional, "")
	unknown       = verdict(egress.Unknown, "")
)

func TestCompare(t *testing.T) {
	list := func(b ...egress.Behaviour) []egress.Behaviour { return b }
	asked := func(b *egress.Behaviour) { b.UserInitiated = true }
	machine := func(b *egress.Behaviour) { b.Identifiers = []egress.Identifier{{Source: "machine-id"}} }
	base := list(behaviour())
	for _, test := range []struct {
		name     string
		old, new []egress.Behaviour
		want     string // kinds, those for the worse with a mark
	}{
		{"nothing", base, base, ""},
		{"lines moved", base, list(behaviour(func(b *egress.Behaviour) { b.Site.Line = 77 })), ""},
		{"function renamed", base, list(behaviour(in("Report"))), ""},
		{"another spelling of a flag", base, list(behaviour(verdict(egress.OptOut, egress.Any, stops(egress.Env, "NO_STATS"), stops(egress.Flag, "--stats")))), ""},
		{"gate removed", base, list(behaviour(unconditional)), "!gate-removed"},
		{"gate removed from what needed a yes", list(behaviour(optIn)), list(behaviour(unconditional)), "!gate-removed"},
		{"gate removed and renamed", base, list(behaviour(unconditional, in("Report"))), "!gate-removed"},
		{"gate added", list(behaviour(unconditional)), base, "gate-added"},
		{"default flipped", list(behaviour(optIn)), base, "!default-flipped"},
		{"default flipped to off", base, list(behaviour(optIn)), "gate-added"},
		{"nobody can tell any more", list(behaviour(optIn)), list(behaviour(unknown)), "!gate-unclear"},
		{"nobody could tell", list(behaviour(unknown)), list(behaviour(unconditional)), "verdict-settled"},
		{"no gate and nobody can tell", list(behaviour(unconditional)), list(behaviour(unknown)), "gate-unclear"},
		{"second endpoint", base, list(behaviour(), behaviour(host("more.example.org"))), "!new-host"},
		{"second request to the same host", base, list(behaviour(), behaviour(in("Again"))), "!new-behaviour"},
		{"host changed", base, list(behaviour(host("other.example.org"))), "!host-changed"},
		{"host added", base, list(behaviour(host("stats.example.org", "other.example.org"))), "!host-changed"},
		{"host dropped", list(behaviour(host("stats.example.org", "other.example.org"))), base, ""},
		{"host not known any more", base, list(behaviour(host())), "!host-changed"},
		{"host changed and gate removed", base, list(behaviour(host("other.example.org"), unconditional)), "!gate-removed !host-changed"},
		{"removed", base, nil, "removed"},
		{"removed and added elsewhere", base, list(behaviour(in("Other"), host("other.example.org"))), "!new-host removed"},
		{"less stops it", base, list(behaviour(verdict(egress.OptOut, "", stops(egress.Env, "NO_STATS")))), "!gate-weakened"},
		{"more stops it", list(behaviour(verdict(egress.OptOut, "", stops(egress.Env, "NO_STATS")))), base, "gate-added"},
		{"all of them must stop it", base, list(behaviour(func(b *egress.Behaviour) { b.Needs = egress.All })), "!gate-weakened"},
		{"less starts it", list(behaviour(optIn)), list(behaviour(optInOne)), "!gate-weakened"},
		{"any starts it", list(behaviour(optIn)), list(behaviour(optInAny)), "!gate-weakened"},
		{"one more may start it", list(behaviour(optInOne)), list(behaviour(optInAny)), "!gate-weakened"},
		{"one more must start it", list(behaviour(optInOne)), list(behaviour(optIn)), "gate-added"},
		{"new and needs a yes of its own", base, list(behaviour(), behaviour(optInOne, in("New"), host("new.example.org"))), "new-host"},
		{"new and needs a yes that was given to something else",
			list(behaviour(optInOne)), list(behaviour(optInOne), behaviour(optInOne, in("New"), host("new.example.org"))), "!new-host"},
		{"new and asked for by the user", base, list(behaviour(), behaviour(optInOne, asked, in("New"), host("new.example.org"))), "new-host"},
		{"new and declared", base, list(behaviour(), behaviour(unconditional, purposeOf(policy.Primary), in("New"), host("new.example.org"))), "new-host"},
		{"new and of unknown purpose", base, list(behaviour(), behaviour(unconditional, purposeOf(policy.UnknownPurpose), in("New"), host("new.example.org"))), "!new-host"},
		{"declared away", base, list(behaviour(purposeOf(policy.Primary))), "!declared-primary"},
		{"declared away after a yes", list(behaviour(optIn)), list(behaviour(optIn, purposeOf(policy.Primary))), "declared-primary"},
		{"purpose understood better", list(behaviour(purposeOf(policy.UnknownPurpose))), base, ""},
		{"sends who the machine is", base, list(behaviour(machine)), "!new-identifier"},
		{"sends less", list(behaviour(machine)), base, ""},
	} {
		changes := Compare(report.Document{Behaviours: test.old}, report.Document{Behaviours: test.new})
		var got []string
		for _, c := range changes {
			mark := ""
			if c.Worse {
				mark = "!"
			}
			got = append(got, mark+string(c.Kind))
		}
		if got := strings.Join(got, " "); got != test.want {
			t.Errorf("%s: changes are %q, want %q", test.name, got, test.want)
		}
		if Worse(changes) != strings.Contains(test.want, "!") {
			t.Errorf("%s: worse is %v", test.name, Worse(changes))
		}
	}
}

// The order of behaviours, which other code may change, changes nothing.
func TestOrderDoesNotCount(t *testing.T) {
	old := []egress.Behaviour{behaviour(), behaviour(optIn), behaviour(host("a.example")), behaviour(in("F"), unconditional)}
	new := slices.Clone(old)
	slices.Reverse(new)
	if changes := Compare(report.Document{Behaviours: old}, report.Document{Behaviours: new}); len(changes) > 0 {
		t.Errorf("changes are %v, want none", changes)
	}
}

func TestPrint(t *testing.T) {
	old := report.Document{Complete: true, Behaviours: []egress.Behaviour{behaviour(optIn), behaviour(host("a.example"), in("Gone"))}}
	new := report.Document{
		Behaviours: []egress.Behaviour{behaviour(unconditional, func(b *egress.Behaviour) {
			b.Site.File = "\x1b[2J.go"
			b.Identifiers = []egress.Identifier{{Source: "machine-id"}}
		})},
		NotAnalysed: []egress.NotAnalysed{{Package: "example.org/gone", Reason: "no such package"}},
	}
	changes := Compare(old, new)
	var text, machine bytes.Buffer
	if err := Text(&text, old, new, changes); err != nil {
		t.Fatal(err)
	}
	want := `! gate-removed     \x1b[2J.go:3 Send: usage to stats.example.org, opt-in (config a=true starts it and env B=true starts it); now usage to stats.example.org, unconditional with machine-id
! new-identifier   \x1b[2J.go:3 Send: usage to stats.example.org, opt-in (config a=true starts it and env B=true starts it); now usage to stats.example.org, unconditional with machine-id
  removed          send.go:99 Gone: no longer usage to a.example, opt-out (env NO_STATS=false stops it or flag -stats=false stops it)
not analysed, new: example.org/gone: no such package
3 changes, 2 for the worse; incomplete
`
	if text.String() != want {
		t.Errorf("text is\n%s\nwant\n%s", text.String(), want)
	}
	if err := JSON(&machine, old, new, changes); err != nil {
		t.Fatal(err)
	}
	var doc Document
	if err := json.Unmarshal(machine.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if !doc.Worse || doc.Complete || doc.Protocol != Protocol || len(doc.Changes) != 3 || doc.Changes[2].New != nil {
		t.Errorf("document is %s", machine.String())
	}
}
