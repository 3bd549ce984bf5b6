package main

import (
	"bytes"
	"errors"
	"go/format"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
)

// TestFixRoundTrip: after the fixes, every behaviour of the corpus that was
// reported is opt-in or gone; only lines that the evidence names, and those
// around a send, have changed; and there is nothing left to fix.
func TestFixRoundTrip(t *testing.T) {
	for _, name := range corpora {
		t.Run(name, func(t *testing.T) {
			from := filepath.Join("..", "..", "testdata", name)
			root := filepath.Join(t.TempDir(), name)
			if err := os.CopyFS(root, os.DirFS(from)); err != nil {
				t.Fatal(err)
			}
			before := auditedHere(t, root)
			fixHere(t, root)
			after := auditedHere(t, root)
			compareVerdicts(t, before, after, knownUnfixed(t, from))
			compareLines(t, from, root, before)
			fixed := snapshot(t, root)
			fixHere(t, root)
			for name, text := range snapshot(t, root) {
				if text != fixed[name] {
					t.Errorf("%s changes when the fixes are applied twice", name)
				}
			}
		})
	}
}

// fixHere fixes a module in place.
func fixHere(t *testing.T, root string) {
	t.Helper()
	var out, stderr bytes.Buffer
	if status := Run([]string{"fix", "-C", root, "-policy=" + heldTo(root), "./..."}, os.Environ(), nil, &out, &stderr); status == statusUsage {
		t.Fatalf("%s%s", out.Bytes(), stderr.Bytes())
	}
}

// auditedHere audits a module in this process.
func auditedHere(t *testing.T, root string) report.Document {
	t.Helper()
	var out, stderr bytes.Buffer
	Run([]string{"-C", root, "-policy=" + heldTo(root), "-format=json", "./..."}, os.Environ(), nil, &out, &stderr)
	return document(t, out.Bytes(), stderr.Bytes())
}

// compareVerdicts wants nothing that asks for a fix, and every category that
// there is to be among what was fixed.
func compareVerdicts(t *testing.T, before, after report.Document, unfixed map[string]bool) {
	t.Helper()
	for _, f := range after.Findings {
		if analyzers.Fixable(f.Rule) && !unfixed[filepath.Dir(f.File)] {
			t.Errorf("after the fixes there is %s:%d: %s", f.File, f.Line, f.Message)
		}
	}
	verdicts := map[string]string{}
	for _, b := range after.Behaviours {
		verdicts[b.ID] = string(b.Verdict)
	}
	fixed := map[string]bool{}
	for _, f := range before.Findings {
		if !analyzers.Fixable(f.Rule) {
			continue
		}
		fixed[f.Rule] = true
		if v := verdicts[f.Behaviour]; v != "" && v != "opt-in" && !unfixed[filepath.Dir(f.File)] {
			t.Errorf("%s:%d: the verdict is %s after the fix of %s", f.File, f.Line, v, f.Rule)
		}
	}
	for _, category := range analyzers.Categories() {
		if analyzers.Fixable(category) && !fixed[category] && strings.HasSuffix(before.Module, "/corpus") {
			t.Errorf("no case shows a fix of %s", category)
		}
	}
}

// knownUnfixed reads the cases for which no fix is offered, each with the reason
// behind it.
func knownUnfixed(t *testing.T, root string) map[string]bool {
	t.Helper()
	out := map[string]bool{}
	text, err := os.ReadFile(filepath.Join(root, "not-fixed.txt"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if name, _, ok := strings.Cut(line, " "); ok && !strings.HasPrefix(line, "#") {
			out[name] = true
		}
	}
	return out
}

// nearby is how far from a place of the evidence a line may change: in the
// function that gives the answer, or in the same call.
const nearby = 2

// compareLines wants files formatted, and no other line changed than those that
// the evidence names; a line may also go one step to the right.
func compareLines(t *testing.T, from, root string, before report.Document) {
	t.Helper()
	named := map[string]map[int]bool{}
	name := func(file string, line int) {
		if named[file] == nil {
			named[file] = map[int]bool{}
		}
		for i := line - nearby; i <= line+nearby; i++ {
			named[file][i] = true
		}
	}
	for _, b := range before.Behaviours {
		name(b.Site.File, b.Site.Line)
		for _, s := range b.Switches {
			name(s.DecidedAt.File, s.DecidedAt.Line)
			name(s.DefaultAt.File, s.DefaultAt.Line)
		}
		for _, f := range b.Path {
			name(f.File, f.Line)
		}
	}
	old := snapshot(t, from)
	for file, text := range snapshot(t, root) {
		if text == old[file] || filepath.Ext(file) != ".go" {
			continue
		}
		if formatted, err := format.Source([]byte(text)); err != nil || string(formatted) != text {
			t.Errorf("%s is not formatted after the fixes: %v", file, err)
		}
		kept := map[string]bool{}
		for line := range strings.Lines(text) {
			kept[strings.TrimLeft(line, "\t")] = true
		}
		n := 0
		for line := range strings.Lines(old[file]) {
			imported := strings.HasPrefix(line, "\t\"") // it may be needed no more
			if n++; !imported && !kept[strings.TrimLeft(line, "\t")] && !named[file][n] {
				t.Errorf("%s:%d changes, and no evidence names it: %s", file, n, line)
			}
		}
	}
}

// snapshot reads the files below a directory.
func snapshot(t *testing.T, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(path)
		rel, _ := filepath.Rel(root, path)
		files[filepath.ToSlash(rel)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
