package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/optincheck/optincheck/internal/expect"
)

// A shape is one way in which real programs send, and the cases about it.
type shape struct {
	name         string
	finds, clean []string
	gaps         []string // of either kind, that come out wrong today
}

// TestShapes holds the table of shapes to the corpus: each shape has a case
// that must be found and one that must not, and says so rightly. TestCorpus
// holds both doors to them, but for the gaps.
func TestShapes(t *testing.T) {
	cases, wrong := allCases(t)
	for _, s := range shapes(t) {
		if len(s.finds) == 0 || len(s.clean) == 0 {
			t.Errorf("%s: no case that is found, or none that is clean, and comes out right", s.name)
		}
		for _, list := range []struct {
			kind  string
			names []string
		}{{"finds", s.finds}, {"clean", s.clean}, {"gap", s.gaps}} {
			for _, name := range list.names {
				c, ok := cases[name]
				switch {
				case !ok:
					t.Errorf("%s: %s is no case", s.name, name)
				case wrong[name] != (list.kind == "gap"):
					t.Errorf("%s: %s stands under %q; known-gaps.txt says otherwise", s.name, name, list.kind)
				case list.kind != "gap" && len(c.Findings) > 0 != (list.kind == "finds"):
					t.Errorf("%s: %s stands under %q and has %d findings", s.name, name, list.kind, len(c.Findings))
				}
			}
		}
	}
}

// allCases returns the cases of all corpora by MODULE:GROUP/CASE, and which of
// them come out wrong today.
func allCases(t *testing.T) (cases map[string]expect.Case, gaps map[string]bool) {
	t.Helper()
	cases, gaps = map[string]expect.Case{}, map[string]bool{}
	for _, module := range corpora {
		root := filepath.Join("..", "..", "testdata", module)
		list, err := expect.Read(root)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			cases[module+":"+c.Name] = c
		}
		for gap := range knownGaps(t, root) {
			gaps[module+":"+gap] = true
		}
	}
	return cases, gaps
}

// shapes reads the table: the name of a shape, and below it, indented, "finds",
// "clean" and "gap" with cases.
func shapes(t *testing.T) (list []shape) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "testdata", "corpus", "shapes.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "\tfinds "):
			last := &list[len(list)-1]
			last.finds = append(last.finds, qualified(line)...)
		case strings.HasPrefix(line, "\tclean "):
			last := &list[len(list)-1]
			last.clean = append(last.clean, qualified(line)...)
		case strings.HasPrefix(line, "\tgap "):
			last := &list[len(list)-1]
			last.gaps = append(last.gaps, qualified(line)...)
		case strings.HasPrefix(line, "\t"):
			t.Errorf("shapes.txt: %q is neither finds, clean nor gap", line)
		default:
			list = append(list, shape{name: line})
		}
	}
	return list
}

// qualified returns the cases of a line, each with its module.
func qualified(line string) (names []string) {
	for _, name := range strings.Fields(line)[1:] {
		names = append(names, inModule(name))
	}
	return names
}

// inModule names the module of a case that stands without one.
func inModule(name string) string {
	if strings.Contains(name, ":") {
		return name
	}
	return "corpus:" + name
}
