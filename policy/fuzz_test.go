package policy

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// FuzzParse holds that Parse never panics, that its errors are within the
// file and one line each, and that what it accepts survives Format.
func FuzzParse(f *testing.F) {
	f.Add(example(f))
	archives, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range archives {
		archive, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for _, c := range archive.Files {
			if !strings.HasSuffix(c.Name, ".want") {
				f.Add(c.Data)
			}
		}
	}
	addPolicies(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Parse("p", data)
		if err == nil {
			roundTrip(t, p)
			return
		}
		var list ErrorList
		if !errors.As(err, &list) || p != nil {
			t.Fatalf("error %T, policy %v", err, p)
		}
		lines := bytes.Split(data, []byte("\n"))
		for _, e := range list {
			if e.Line < 1 || e.Line > len(lines) || e.Column < 1 || e.Column > len(lines[e.Line-1])+1 {
				t.Errorf("outside the file: %v", e)
			}
			if e.What == "" || e.Instead == "" || strings.Contains(e.Error(), "\n") {
				t.Errorf("bad message: %q", e.Error())
			}
		}
	})
}

// addPolicies adds the policies of the golden test.
func addPolicies(f *testing.F) {
	files, err := filepath.Glob("testdata/format/*.policy")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}
