package comparison

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// Implementations that have nothing in common with the reference: the comment
// of each says what is weaker.
func TestOtherImplementations(t *testing.T) {
	prog, pkgs := loaded(t, filepath.Join("testdata", "src"), "./...")
	reference, err := Reference()
	if err != nil {
		t.Fatal(err)
	}
	for _, pkg := range pkgs {
		t.Run(pkg.Types.Name(), func(t *testing.T) {
			table := Compare(reference, &Implementation{Properties: extractor(t).Extract(prog.Fset, []*egress.Package{pkg})})
			want := map[string][]string{}
			for _, paragraph := range strings.Split(pkg.Files[0].Doc.Text(), "\n\n") {
				name, list, _ := strings.Cut(paragraph, ": ")
				want[name] = strings.Fields(list)
			}
			for name, verdict := range map[string]Verdict{"Weaker": Weaker, "Unknown": Unknown} {
				var got []string
				for _, row := range table.Rows {
					if row.Verdict == verdict {
						got = append(got, row.Property)
					}
				}
				slices.Sort(got)
				if !slices.Equal(got, want[name]) {
					t.Errorf("%s: %s\nwant %s", name, strings.Join(got, " "), strings.Join(want[name], " "))
					for _, row := range table.Rows {
						if row.Verdict == verdict && !slices.Contains(want[name], row.Property) {
							t.Log(row.Property, row.Candidate)
						}
					}
				}
			}
		})
	}
}
