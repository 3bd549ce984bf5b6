package analyzers_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers"
)

var update = flag.Bool("update", false, "write the table of findings in the README")

// The headings of the documentation are the one list of names. Each text has
// what a reader needs to act on a finding.
func TestEveryCategoryIsExplained(t *testing.T) {
	for _, name := range analyzers.Categories() {
		text, ok := analyzers.Explain(name)
		if !ok {
			t.Errorf("%s: no documentation", name)
		}
		for _, part := range []string{"\n\nWhy: ", "\n\nViolates (", "\n\nComplies (", "\n\nTo fix it, ", "\n\nThe rule cannot see "} {
			if !strings.Contains(text, part) {
				t.Errorf("%s: documentation lacks %q", name, part)
			}
		}
		rule, _, _ := strings.Cut(name, "/")
		if rule != "policy" && !strings.Contains(text, `"`) {
			t.Errorf("%s: documentation quotes no sentence that the policy comes from", name)
		}
		if text, ok := analyzers.Explain(rule); !ok || !strings.Contains(text, name) {
			t.Errorf("documentation of %s does not list %s", rule, name)
		}
	}
	if text, ok := analyzers.Explain("optout/no-such"); ok {
		t.Errorf("optout/no-such is explained: %s", text)
	}
}

// example matches an example of the documentation: which it is, the file that
// it is taken from, and its lines.
var example = regexp.MustCompile(`(?m)^(Violates|Complies) \((\S+)\):\n\n((?:\t.*\n|\n)+)`)

// Examples are lines of programs that the corpus holds to what they show: two
// for each category, in files that exist, word for word.
func TestExamplesAreOfTheCorpus(t *testing.T) {
	for _, name := range analyzers.Categories() {
		text, _ := analyzers.Explain(name)
		found := example.FindAllStringSubmatch(text+"\n", -1)
		if len(found) != 2 {
			t.Errorf("%s has %d examples, want one that violates and one that complies", name, len(found))
		}
		for _, m := range found {
			if err := stands(m[2], strings.TrimSpace(m[3])); err != nil {
				t.Errorf("%s: what %s is not in step: %v", name, strings.ToLower(m[1]), err)
			}
		}
	}
}

// expectation is what a test reads at the end of a line, and no part of the
// program.
var expectation = regexp.MustCompile(`\s*// ((vet-|audit-)?finding|behaviour|want):? .*$`)

// stands reports an error if a file of the repository does not have the lines
// of an example, one after the other.
func stands(file, lines string) error {
	data, err := os.ReadFile(filepath.Join("..", filepath.FromSlash(file)))
	if err != nil {
		return err
	}
	want := strings.Split(strings.ReplaceAll(lines, "\n\t", "\n"), "\n")
	have := strings.Split(string(data), "\n")
	for i := range have {
		have[i] = expectation.ReplaceAllString(have[i], "")
	}
	for i := range have {
		indent, isStart := strings.CutSuffix(have[i], want[0])
		if isStart && strings.TrimSpace(indent) == "" && follow(have[i:], want, indent) {
			return nil
		}
	}
	return fmt.Errorf("%s has no such lines:\n%s", file, lines)
}

func follow(have, want []string, indent string) bool {
	if len(have) < len(want) {
		return false
	}
	for i := range want {
		if strings.TrimPrefix(have[i], indent) != want[i] {
			return false
		}
	}
	return true
}

const (
	tableStart = "<!-- The table is written by: go test ./analyzers -run Readme -update -->\n"
	tableEnd   = "<!-- Here ends the table. -->\n"
)

// The table of findings in the README is the first sentence of each.
func TestReadmeHasTheFindings(t *testing.T) {
	name := filepath.Join("..", "README.md")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(data), tableStart)
	_, after, closed := strings.Cut(rest, tableEnd)
	if !ok || !closed {
		t.Fatalf("the README lacks %q or %q", tableStart, tableEnd)
	}
	want := before + tableStart + table() + tableEnd + after
	switch {
	case *update:
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	case want != string(data):
		t.Error("the table of findings in the README is stale: run go test ./analyzers -run Readme -update")
	}
}

// table lists the findings in Markdown.
func table() string {
	var b strings.Builder
	b.WriteString("\n| finding | says |\n| --- | --- |\n")
	for _, name := range analyzers.Categories() {
		text, _ := analyzers.Explain(name)
		text = strings.Join(strings.Fields(text), " ")
		sentence, _, _ := strings.Cut(text, ". ")
		fmt.Fprintf(&b, "| `%s` | %s. |\n", name, strings.ReplaceAll(strings.TrimSuffix(sentence, "."), "|", "\\|"))
	}
	return b.String() + "\n"
}
