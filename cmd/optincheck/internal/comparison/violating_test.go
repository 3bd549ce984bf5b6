package comparison

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The program beside the reference's table of rows says at the end of a line
// which row it behaves as there, and whether that is a violation (V) or a
// defect (D).
var marked = regexp.MustCompile(`rows? (\d+) ([VD])\b`)

// Each violation and each defect of the program that does everything wrong is
// listed at its line.
func TestViolating(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "..", "testdata", "systems", "anaconda-anon-usage", "violating")
	prog, pkgs := loaded(t, dir, "./...")
	reference, err := Reference()
	if err != nil {
		t.Fatal(err)
	}
	table := Compare(reference, &Implementation{Properties: extractor(t).Extract(prog.Fset, pkgs)})
	weaker := map[string]string{} // property by place
	for _, row := range table.Rows {
		for _, f := range row.Candidate {
			if row.Verdict == Weaker && row.short(f) {
				weaker[fmt.Sprintf("%s:%d", f.File, f.Line)] += " " + row.Property
			}
		}
	}
	rows := map[string]bool{}
	for _, file := range []string{"main.go", "usage/config.go", "usage/files.go", "usage/header.go", "usage/heartbeat.go", "usage/host.go", "usage/random.go", "usage/tokens.go"} {
		text, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			for _, m := range marked.FindAllStringSubmatch(line, -1) {
				place := fmt.Sprintf("%s:%d", file, i+1)
				rows[m[1]] = true
				if weaker[place] == "" {
					t.Errorf("%s: row %s is not listed", place, m[1])
				}
				t.Logf("row %s, %s:%s", m[1], place, weaker[place])
			}
		}
	}
	// Of the rows with V or D, 42 and 44 are about packaging and patched code.
	for _, row := range strings.Fields("4 5 10 11 17 18 19 31 32 34 35 37 38 39 40 43 55") {
		if !rows[row] {
			t.Errorf("no line says that it is row %s", row)
		}
	}
	for name, want := range map[string]Verdict{"random-source": Same, "random-bits": Same, "heartbeat-method": Same, "heartbeat-time": Same} {
		for _, row := range table.Rows {
			if row.Property == name && row.Verdict != want {
				t.Errorf("%s is %s, want %s", name, row.Verdict, want)
			}
		}
	}
}
