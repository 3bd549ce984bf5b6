package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/internal/expect"
)

// enough is how many cases of its own a category has at least, found and not.
const enough = 3

// TestCategories counts: each category of the rules has cases in which it is
// found, and cases that tempt, in which it is not. TestCorpus holds the doors to
// all of them.
func TestCategories(t *testing.T) {
	cases, found := sound(t), map[string]int{}
	for _, c := range cases {
		for category := range categoriesOf(c) {
			found[category]++
		}
	}
	tempting := tempting(t)
	for _, category := range analyzers.Categories() {
		if strings.HasPrefix(category, "policy/") { // about policies: no program shows it
			continue
		}
		if found[category] < enough {
			t.Errorf("%s is found in %d cases, want %d", category, found[category], enough)
		}
		if n := len(tempting[category]); n < enough {
			t.Errorf("%s: %d cases tempt, want %d", category, n, enough)
		}
		for name := range tempting[category] {
			if c, ok := cases[name]; !ok {
				t.Errorf("%s: %s is no case that comes out right", category, name)
			} else if categoriesOf(c)[category] {
				t.Errorf("%s: it is found in %s", category, name)
			}
		}
		delete(tempting, category)
	}
	for category := range tempting {
		t.Errorf("tempting.txt names %s, which no program shows", category)
	}
}

// sound returns the cases of all corpora that come out right.
func sound(t *testing.T) map[string]expect.Case {
	t.Helper()
	cases, gaps := allCases(t)
	for name := range gaps {
		delete(cases, name)
	}
	return cases
}

func categoriesOf(c expect.Case) map[string]bool {
	categories := map[string]bool{}
	for _, f := range c.Findings {
		categories[f.Rule] = true
	}
	return categories
}

// tempting reads, for each category, the cases in which it is not found, and why
// one might find it there.
func tempting(t *testing.T) map[string]map[string]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "tempting.txt"))
	if err != nil {
		t.Fatal(err)
	}
	list, category := map[string]map[string]string{}, ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\n")
		name, why, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case !strings.HasPrefix(line, "\t"):
			category = line
			if list[category] != nil {
				t.Errorf("tempting.txt: %s is listed twice", category)
			}
			list[category] = map[string]string{}
		case category == "" || strings.TrimSpace(why) == "":
			t.Errorf("tempting.txt: %q has no category above it, or no reason", line)
		default:
			list[category][inModule(name)] = why
		}
	}
	return list
}
