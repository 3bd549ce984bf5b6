package token

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// FuzzStored: whatever a token file holds, only harmless values come out.
func FuzzStored(f *testing.F) {
	good := "abcdefghijklmnopqrstuv"
	for _, seed := range []string{"", good, good + " 2026-09-03\n", "\n\n " + good + "\r\n# x", good + "\x00", good + "\r\nX-Evil: 1", good[:21], strings.Repeat(good, 2)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		value, minted, err := parseStored(text)
		if err != nil {
			if value != "" {
				t.Errorf("%q: a value and an error", text)
			}
			return
		}
		if len(value) < valueLength || !valuePattern.MatchString(value) || !strings.Contains(text, value) {
			t.Errorf("%q gave %q", text, value)
		}
		if tok, err := newToken(Client, value); err != nil || tok.value == nil {
			t.Errorf("%q: %q does not fit a header", text, value)
		}
		if again, day, err := parseStored(value + " " + minted.Format("2006-01-02") + "\n"); err != nil || again != value || !day.Equal(minted) {
			t.Errorf("%q does not survive being written again", text)
		}
	})
}

// FuzzRecord: only the bytes that this package writes are a record.
func FuzzRecord(f *testing.F) {
	p := example()
	good, err := newRecord(p, p.Purposes[0], "the test", noon).format()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(bytes.Replace(good, []byte("granted"), []byte("refused"), 1))
	f.Add(bytes.ToUpper(good))
	f.Add([]byte(`{"format":2}`))
	f.Add([]byte("null"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := parseRecord(text)
		if err != nil {
			return
		}
		if again, err := r.format(); err != nil || !bytes.Equal(again, text) {
			t.Errorf("%q is read as a record, and written as %q", text, again)
		}
		if r.grants(p, p.Purposes[0], noon) == nil && !bytes.Contains(text, []byte(`"consent": "granted"`)) {
			t.Errorf("%q grants", text)
		}
	})
}

// FuzzProgram: a description is refused, or keeps its meaning when written.
func FuzzProgram(f *testing.F) {
	good, err := json.Marshal(example())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte(`{"name":"a","version":"1","purposes":[]}`))
	f.Add([]byte(`{"name":1}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		p, err := ParseProgram(text)
		if err != nil {
			return
		}
		again, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		q, err := ParseProgram(again)
		if err != nil {
			t.Fatalf("%s is refused when written again: %v", again, err)
		}
		for _, purpose := range p.Purposes {
			if p.Statement(purpose.Name) != q.Statement(purpose.Name) {
				t.Errorf("%s: another text after writing", purpose.Name)
			}
		}
	})
}
