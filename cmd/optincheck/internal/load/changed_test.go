package load_test

import (
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
)

func TestChanged(t *testing.T) {
	dir := tree(t, `
-- app/go.mod --
module example.org/app

go 1.24
-- app/main.go --
package main

import _ "example.org/app/a"

func main() {}
-- app/a/a.go --
package a

import _ "example.org/app/b"
-- app/a/assets/deep/page.html --
hello
-- app/b/b.go --
package b
-- app/alone/alone.go --
package alone
-- app/testdata/x.go --
package x
-- app/debian/optin.policy --
-- loose.go --
package loose
`+dependency)
	all, a := []string{"./..."}, []string{"example.org/app", "example.org/app/a"}
	for name, test := range map[string]struct {
		files []string
		want  map[string][]string // module directory to packages
	}{
		"importers of importers":    {[]string{"app/b/b.go"}, map[string][]string{"app": {"example.org/app", "example.org/app/a", "example.org/app/b"}}},
		"nobody imports it":         {[]string{"app/alone/alone.go"}, map[string][]string{"app": {"example.org/app/alone"}}},
		"a deleted file":            {[]string{"app/a/gone.go"}, map[string][]string{"app": a}},
		"a file that is embedded":   {[]string{"app/a/assets/deep/page.html"}, map[string][]string{"app": a}},
		"a policy":                  {[]string{"app/debian/optin.policy"}, map[string][]string{"app": all}},
		"a go.mod":                  {[]string{"app/go.mod"}, map[string][]string{"app": all}},
		"two modules":               {[]string{"app/main.go", "dep/sub/sub.go"}, map[string][]string{"app": {"example.org/app"}, "dep": {"example.org/dep/v2/sub"}}},
		"Go files outside packages": {[]string{"app/testdata/x.go", "loose.go"}, map[string][]string{}},
	} {
		groups, err := load.Changed(load.Config{Dir: dir, Env: offline()}, test.files)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		got := map[string][]string{}
		for _, g := range groups {
			rel, err := filepath.Rel(dir, g.Dir)
			if err != nil {
				t.Fatal(err)
			}
			got[filepath.ToSlash(rel)] = g.Packages
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
