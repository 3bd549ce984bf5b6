package quilt_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/optincheck/optincheck/internal/quilt"
)

const first = `Description: first
--- a/file
+++ b/file
@@ -1 +1 @@
-one
+two
`

const second = `--- a/file
+++ b/file
@@ -1 +1 @@
-two
+three
`

// source makes a source package with two patches.
func source(t *testing.T, files map[string]string) *quilt.Series {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{
		"debian/patches/first.patch": first, "debian/patches/second.patch": second,
		"debian/patches/series": "# two\nfirst.patch\nsecond.patch -p1 # the last",
	} {
		write(t, root, name, text)
	}
	for name, text := range files {
		write(t, root, name, text)
	}
	s, err := quilt.Open(filepath.Join(root, "debian", "patches"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func write(t *testing.T, root, name, text string) {
	t.Helper()
	file := filepath.Join(root, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// However many patches are applied, the patched tree has all of them, and the
// package's own tree stays as it is.
func TestPatched(t *testing.T) {
	for name, test := range map[string]struct {
		files map[string]string
		file  string
	}{
		"none applied":              {nil, "one\n"},
		"the first applied":         {map[string]string{".pc/applied-patches": "first.patch\n"}, "two\n"},
		"all applied":               {map[string]string{".pc/applied-patches": "first.patch\nsecond.patch\n"}, "three\n"},
		"all applied, without list": {nil, "three\n"},
	} {
		s := source(t, test.files)
		write(t, s.Root, "file", test.file)
		dir, done, err := s.Patched()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if text, err := os.ReadFile(filepath.Join(dir, "file")); err != nil || string(text) != "three\n" {
			t.Errorf("%s: the patched file is %q, %v", name, text, err)
		}
		done()
		if text, err := os.ReadFile(filepath.Join(s.Root, "file")); err != nil || string(text) != test.file {
			t.Errorf("%s: the file became %q, %v", name, text, err)
		}
	}
}

func TestPatchedSaysWhichPatchDoesNotApply(t *testing.T) {
	s := source(t, nil)
	write(t, s.Root, "file", "something else\n")
	if _, _, err := s.Patched(); err == nil || !strings.Contains(err.Error(), "first.patch does not apply") {
		t.Errorf("the error is %v", err)
	}
}

// A new patch goes to the end of the series, under a name of its own.
func TestAdd(t *testing.T) {
	s := source(t, nil)
	for _, want := range []string{"ask.patch", "ask-2.patch"} {
		file, err := s.Add("ask", "text\n")
		if err != nil || filepath.Base(file) != want {
			t.Errorf("the patch is %s, %v; want %s", file, err, want)
		}
	}
	series, err := os.ReadFile(filepath.Join(s.Dir, "series"))
	if want := "# two\nfirst.patch\nsecond.patch -p1 # the last\nask.patch\nask-2.patch\n"; err != nil || string(series) != want {
		t.Errorf("the series is %q, %v; want %q", series, err, want)
	}
}

func TestOpenWantsASourcePackage(t *testing.T) {
	if _, err := quilt.Open(filepath.Join(t.TempDir(), "patches")); err == nil {
		t.Error("patches outside debian are taken")
	}
}

// No text can end the header early or begin a field.
func TestHeader(t *testing.T) {
	h := quilt.Header{
		Description: "Ask\nOrigin: nobody", Paragraphs: []string{"one\n\ntwo", "three"}, Origin: "other", Author: "A <a@example.org>",
		Date: time.Date(2026, 11, 1, 23, 0, 0, 0, time.UTC),
	}
	want := `Description: Ask Origin: nobody
 one
 .
 two
 .
 three
Origin: other
Author: A <a@example.org>
Forwarded: no
Last-Update: 2026-11-01
---
`
	if got := h.String(); got != want {
		t.Errorf("the header is\n%swant\n%s", got, want)
	}
}
