package baseline

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
)

const (
	a = "00000000000000000000000000000000"
	b = "e40598612fb6d30b6897017665f97a16"
)

func TestParse(t *testing.T) {
	text := "\n# why it is there\n" + Header + "\r\n\n" + a + " optout/default-on example.org/app:Send and\tmore\n"
	got, err := Parse("known", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	want := []Entry{{a, "optout/default-on", "example.org/app:Send and more", 5}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// All that is wrong is told at once, with its place.
func TestErrors(t *testing.T) {
	good := a + " optout/default-on x\n"
	for _, test := range []struct{ text, want string }{
		{"", "known:1:1: the file is empty; its first line must be " + Header},
		{"# only\n", "known:1:1: the file is empty; its first line must be " + Header},
		{"optincheck-baseline/2\n" + good, "known:1:1: this is no baseline; its first line must be " + Header},
		{Header + "\n" + good + good, "known:3:1: line 2 has this fingerprint already; delete one of them"},
		{Header + "\n" + a + " optout/default-on\nshort optout/default-on x\n" + good, "known:2:1: bad entry; write fingerprint, finding and what it is about, or delete the line\nknown:3:1: bad entry; write fingerprint, finding and what it is about, or delete the line"},
		{Header + "\n" + strings.ToUpper(b) + " optout/default-on x\n", "known:2:1: bad entry; write fingerprint, finding and what it is about, or delete the line"},
		{Header + "\n" + b + " default-on x\n", "known:2:1: bad entry; write fingerprint, finding and what it is about, or delete the line"},
	} {
		if _, err := Parse("known", []byte(test.text)); err == nil || err.Error() != test.want {
			t.Errorf("%q: error is %v, want %s", test.text, err, test.want)
		}
	}
}

func TestSplit(t *testing.T) {
	findings := []report.Finding{
		{Fingerprint: a, Rule: "optout/default-on", Behaviour: "one"},
		{Fingerprint: b, Rule: "policy/unused-override", Message: "two\n\x1bthree"},
	}
	entries := Of(findings)
	gone := Entry{Fingerprint: strings.Repeat("1", 32), Rule: "x/y", About: "gone", Line: 7}
	fresh, found, stale := Split(findings, []Entry{entries[1], gone})
	if len(fresh) != 1 || fresh[0].Fingerprint != a || len(found) != 1 || found[0] != entries[1] || len(stale) != 1 || stale[0] != gone {
		t.Errorf("fresh %v, found %v, stale %v", fresh, found, stale)
	}
	for _, c := range Complaints("known", stale) {
		if c.Rule != Stale || c.Line != 7 || c.File != "known" || !strings.HasSuffix(c.Message, "("+Stale+")") {
			t.Errorf("complaint is %v", c)
		}
	}
	again, err := Parse("known", Format(entries))
	if err != nil {
		t.Fatal(err)
	}
	if fresh, found, stale := Split(findings, again); len(fresh) != 0 || len(found) != 2 || len(stale) != 0 {
		t.Errorf("what was written does not know what was found: fresh %v, found %v, stale %v", fresh, found, stale)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(Header + "\n" + a + " optout/default-on x\n"))
	f.Add([]byte("# c\n\n" + Header + "\r\n" + b + "\ta/b c d\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		entries, err := Parse("known", data)
		if err != nil {
			return
		}
		text := Format(entries)
		again, err := Parse("known", text)
		if err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
		if !bytes.Equal(text, Format(again)) {
			t.Errorf("not the same again:\n%s", text)
		}
	})
}
