package egress

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What a directive names is what the go command embeds.
func TestEmbedded(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		"a.html", "b.css", "web/index.html", "web/_draft.html", "web/.hidden/x.js", "web/js/app.js", "web/other/go.mod", "web/other/x.js", "with space.html",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	tree := []string{"web/index.html", "web/js/app.js"}
	for list, want := range map[string][]string{
		"a.html b.css":              {"a.html", "b.css"},
		"*.html":                    {"a.html", "with space.html"},
		`"with space.html" b.css`:   {"b.css", "with space.html"},
		"`with space.html`":         {"with space.html"},
		"web":                       tree,
		"web/":                      tree,
		"web web/index.html":        tree,
		"web/*":                     {"web/.hidden/x.js", "web/_draft.html", "web/index.html", "web/js/app.js"},
		"all:web":                   {"web/.hidden/x.js", "web/_draft.html", "web/index.html", "web/js/app.js"},
		"../secret [ none.html \"a": nil,
	} {
		if diff := cmp.Diff(want, embedded(dir, list)); diff != "" {
			t.Errorf("%s:\n%s", list, diff)
		}
	}
}
