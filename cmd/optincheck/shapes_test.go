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
}

// TestShapes holds the table of shapes to the corpus: each shape has a case
// that must be found and one that must not, and says so rightly. That both
// doors see them so is for TestCorpus.
func TestShapes(t *testing.T) {
	cases := map[string]expect.Case{}
	for _, module := range corpora {
		list, err := expect.Read(filepath.Join("..", "..", "testdata", module))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range list {
			cases[module+":"+c.Name] = c
		}
	}
	for _, s := range shapes(t) {
		for _, list := range []struct {
			polarity string
			names    []string
		}{{"finds", s.finds}, {"clean", s.clean}} {
			if len(list.names) == 0 {
				t.Errorf("%s: no case under %q", s.name, list.polarity)
			}
			for _, name := range list.names {
				c, ok := cases[name]
				if !ok {
					t.Errorf("%s: %s is no case", s.name, name)
					continue
				}
				if found := len(c.Findings) > 0; found != (list.polarity == "finds") {
					t.Errorf("%s: %s stands under %q and has %d findings", s.name, name, list.polarity, len(c.Findings))
				}
			}
		}
	}
}

// shapes reads the table: the name of a shape, and below it, indented, "finds"
// and "clean" with cases.
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
		case strings.HasPrefix(line, "\t"):
			t.Errorf("shapes.txt: %q is neither finds nor clean", line)
		default:
			list = append(list, shape{name: line})
		}
	}
	return list
}

// qualified returns the cases of a line, each with its module.
func qualified(line string) (names []string) {
	for _, name := range strings.Fields(line)[1:] {
		if !strings.Contains(name, ":") {
			name = "corpus:" + name
		}
		names = append(names, name)
	}
	return names
}
