package identity_test

import (
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/identity"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

// report is a usage report with the machine's hardware address in a header.
func report(change func(b *egress.Behaviour, id *egress.Identifier)) egress.Behaviour {
	b := egress.Behaviour{
		ID: "usage", Purpose: policy.Usage, Verdict: egress.OptIn, Trigger: "start",
		Site:     egress.Site{Package: "example.org/x", Func: "send", File: "send.go", Line: 20, Column: 9},
		Hosts:    []string{"stats.example.org"},
		Switches: []egress.Switch{{Kind: egress.Config, Key: "usage", Value: "true", Effect: egress.Starts}},
	}
	id := egress.Identifier{
		Class: "network", Source: "net:Interface.HardwareAddr", Func: "example.org/x:address", File: "id.go", Line: 5, Column: 2,
		Carrier: "header", Position: "X-Id", Guess: "there are few",
	}
	change(&b, &id)
	b.Identifiers = []egress.Identifier{id}
	return b
}

func TestFindings(t *testing.T) {
	const carries = "usage report to stats.example.org carries an address of the machine (net:Interface.HardwareAddr) in the header X-Id"
	for _, test := range []struct {
		name   string
		change func(b *egress.Behaviour, id *egress.Identifier)
		want   []string
	}{
		{"as it is", func(*egress.Behaviour, *egress.Identifier) {},
			[]string{carries + "; sent at send.go:20 (identity/host-identity)"}},
		{"encoded", func(_ *egress.Behaviour, id *egress.Identifier) {
			id.Transformations = []string{"strings:ToLower", "encoding/hex:EncodeToString"}
		}, []string{carries + "; through strings:ToLower, encoding/hex:EncodeToString; sent at send.go:20 (identity/host-identity)"}},
		{"hashed", func(_ *egress.Behaviour, id *egress.Identifier) {
			id.Transformations, id.Hashed = []string{"crypto/sha256:Sum256"}, true
		}, []string{carries + "; through crypto/sha256:Sum256; hashing hides nothing: there are few; sent at send.go:20 (identity/host-identity)"}},
		{"read before the gate", func(_ *egress.Behaviour, id *egress.Identifier) {
			id.Early, id.EarlyAt = egress.Read, &egress.Place{File: "id.go", Line: 5, Column: 2}
		}, []string{carries + "; sent at send.go:20 (identity/host-identity)",
			"an address of the machine (net:Interface.HardwareAddr) is read before the gate: usage report to stats.example.org does not happen unless config usage=true says so; sent at send.go:20 (identity/late-consent)"}},
		{"stored before the gate", func(_ *egress.Behaviour, id *egress.Identifier) {
			id.Class, id.Source, id.Stored = "random", "crypto/rand:Read", "~/.x/id"
			id.Early, id.EarlyAt = egress.Stored, &egress.Place{File: "id.go", Line: 9}
		}, []string{"a random identifier (crypto/rand:Read) is stored before the gate: usage report to stats.example.org does not happen unless config usage=true says so; kept in ~/.x/id; sent at send.go:20 (identity/late-consent)"}},
		{"too few bits", func(_ *egress.Behaviour, id *egress.Identifier) {
			id.Class, id.Source, id.Token, id.Bits = "random", "crypto/rand:Read", true, 127
		}, []string{"a random identifier (crypto/rand:Read) has 127 random bits of the 128 that it needs; usage report to stats.example.org carries a random identifier (crypto/rand:Read) in the header X-Id; take 16 bytes of crypto/rand; sent at send.go:20 (identity/weak-token)"}},
		{"carried by what the program is for", func(b *egress.Behaviour, id *egress.Identifier) {
			b.Purpose, id.Class, id.Source, id.Stored = policy.Primary, "random", "crypto/rand:Read", "~/.x/id"
		}, []string{"request to stats.example.org carries a random identifier (crypto/rand:Read) in the header X-Id, and what the program is for does not need it; kept in ~/.x/id; sent at send.go:20 (identity/hidden-carrier)"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			found := identity.Rule.Judge(report(test.change), policy.Builtin(), rule.Context{})
			var got []string
			for _, f := range found {
				got = append(got, f.Message)
				if f.About != "example.org/x:address" {
					t.Errorf("an Override cannot name the function that reads it: %q", f.About)
				}
			}
			if strings.Join(got, "\n") != strings.Join(test.want, "\n") {
				t.Errorf("messages:\n got %s\nwant %s", strings.Join(got, "\n     "), strings.Join(test.want, "\n     "))
			}
		})
	}
}

func TestNoFindings(t *testing.T) {
	random := func(id *egress.Identifier) { id.Class, id.Source = "random", "crypto/rand:Read" }
	for name, change := range map[string]func(b *egress.Behaviour, id *egress.Identifier){
		"a person asks":          func(b *egress.Behaviour, _ *egress.Identifier) { b.UserInitiated = true },
		"decided at the call":    func(b *egress.Behaviour, _ *egress.Identifier) { b.Caller = true },
		"unknown purpose":        func(b *egress.Behaviour, _ *egress.Identifier) { b.Purpose = policy.UnknownPurpose },
		"random after consent":   func(_ *egress.Behaviour, id *egress.Identifier) { random(id); id.Token, id.Bits = true, 128 },
		"bits are not known":     func(_ *egress.Behaviour, id *egress.Identifier) { random(id); id.Token = true },
		"a short random number":  func(_ *egress.Behaviour, id *egress.Identifier) { random(id); id.Bits = 8 },
		"a nonce of the request": func(b *egress.Behaviour, id *egress.Identifier) { random(id); b.Purpose = policy.Primary },
		"where the user wants to go": func(b *egress.Behaviour, id *egress.Identifier) {
			b.Hosts, id.Class, id.Source, id.Carrier = []string{policy.HostUser}, "path", "os:Args", "url"
		},
	} {
		for _, f := range identity.Rule.Judge(report(change), policy.Builtin(), rule.Context{}) {
			t.Errorf("%s: unexpected finding: %s", name, f.Message)
		}
	}
}

// The name of the host is read for many reasons, so only sending it counts.
func TestReadingANameIsNotLate(t *testing.T) {
	b := report(func(_ *egress.Behaviour, id *egress.Identifier) {
		id.Class, id.Early, id.EarlyAt = "host", egress.Read, &egress.Place{File: "id.go", Line: 5}
	})
	if found := identity.Rule.Judge(b, policy.Builtin(), rule.Context{}); len(found) != 1 || found[0].Rule != "identity/host-identity" {
		t.Errorf("findings %v, want host-identity alone", found)
	}
}
