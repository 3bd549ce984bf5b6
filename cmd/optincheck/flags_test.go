package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLDFlags(t *testing.T) {
	for text, want := range map[string]map[string]string{
		"":                             {},
		"-s -w":                        {},
		"-X main.v=1":                  {"main.v": "1"},
		"-X=main.v=1":                  {"main.v": "1"},
		"--X main.v=1":                 {"main.v": "1"},
		"-X main.v=":                   {"main.v": ""},
		"-X main.v=a=b":                {"main.v": "a=b"},
		"-s -X 'main.v=a b' -w":        {"main.v": "a b"},
		`-X "example.org/a.b/c.Key=x"`: {"example.org/a.b/c.Key": "x"},
		"-X main.v=1 -X main.v=2":      {"main.v": "2"},
		"-extldflags X=main.v=1":       {},
	} {
		o, err := parseOptions([]string{"-ldflags", text})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if diff := cmp.Diff(want, o.ldflags); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestBadLDFlags(t *testing.T) {
	for text, words := range map[string]string{
		"-X":               "needs importpath.name=value",
		"-X main.v":        "is not importpath.name=value",
		"-X example.org/v": "is not importpath.name=value",
		"-X a.b/v=1":       "is not importpath.name=value",
		"-X 'main.v=1":     "unterminated ' string",
	} {
		_, err := parseOptions([]string{"-ldflags", text})
		var told *userError
		if !errors.As(err, &told) || told.status != statusUsage || !strings.Contains(told.text, words) {
			t.Errorf("%q: error is %v, want usage error with %q", text, err, words)
		}
	}
}

func TestTagsMayBeSeparatedAsTheGoCommandDid(t *testing.T) {
	for _, text := range []string{"a,b", "a b", " a, b"} {
		o, err := parseOptions([]string{"-tags", text})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"a", "b"}, o.tags); diff != "" {
			t.Errorf("%q (-want +got):\n%s", text, diff)
		}
	}
}

func TestVetArgs(t *testing.T) {
	rest, policy, changed, err := vetArgs([]string{"--changed", "-tags=x", "-policy", "builtin", "a.go", "-json"})
	if err != nil || policy != "builtin" || !changed {
		t.Errorf("policy %q, changed %v, error %v", policy, changed, err)
	}
	if diff := cmp.Diff([]string{"-tags=x", "a.go", "-json"}, rest); diff != "" {
		t.Errorf("rest (-want +got):\n%s", diff)
	}
}

// Every error tells what to do next.
func TestErrorsNameTheNextStep(t *testing.T) {
	for _, err := range []error{
		errFlag(errors.New("x")), errFlagAfterPackage("-strict"), errChoice("format", "x", "text", "json"),
		errSetting(errors.New("x")), errLDFlags("x", "y"), errExplain("", []string{"a/b"}), errExplain("x", []string{"a/b"}),
		errExtra("explain", []string{"x"}), errNoBehaviour("x", nil), errNoBehaviour("x", []string{"y"}), errNoFiles(),
		errPolicy(errors.New("x")), errPolicyFile(errors.New("x")), errPolicies([]string{"a", "b"}), errPolicyVariable("x"), errLoad(errors.New("x")), errOutput(errors.New("x")),
		errInternal(errors.New("x")),
	} {
		var told *userError
		if !errors.As(err, &told) || told.text == "" || told.next == "" || told.status < statusUsage {
			t.Errorf("%#v has no text, no next step or no status", err)
		}
	}
}

// Any word can be given, by the one quote or the other, and comes back alone.
func FuzzSplitQuoted(f *testing.F) {
	f.Add("")
	f.Add("a b")
	f.Add("it's")
	f.Add(`say "x"`)
	f.Fuzz(func(t *testing.T, word string) {
		quote := `"`
		if strings.Contains(word, quote) {
			quote = "'"
		}
		words, err := splitQuoted(" " + quote + word + quote + "\t-w")
		if strings.Contains(word, quote) {
			return // no way to write a word with both; any answer but a panic will do
		}
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{word, "-w"}, words); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
	})
}
