package discover

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const workspace = `
-- go.work --
go 1.26

use ./a // the program
use (
	"./b"
	` + "`./c d`" + `

	// ./commented/out
)
replace (
	./e => ./f
)
use(
	./g
)
-- alone/go.mod --
module example.org/alone
`

func TestAll(t *testing.T) {
	dir := tree(t, modules+workspace)
	given := filepath.Join(dir, "a", "optin.policy")
	other := filepath.Join(tree(t, "-- go.work --\nuse "+dir+"/b\n"), "go.work")
	if err := os.Symlink(filepath.Join(dir, "b"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	missing := func(root string) []string {
		return []string{root + "/debian/optin.policy missing", root + "/optin.policy missing"}
	}
	inA := []string{"a/debian/optin.policy missing", "a/optin.policy"}
	uses := cat(inA, missing("b"), missing("c d"), missing("g"))
	for _, test := range []struct {
		name string
		env  Env
		dir  string
		want []string
	}{
		{"workspace", Env{}, ".", uses},
		{"sub-directory of a used module", Env{}, "a/sub", uses},
		{"module beside the workspace", Env{}, "alone", cat(inA, missing("alone"), missing("b"), missing("c d"), missing("g"))},
		{"nested module", Env{Work: "off"}, "a/nested", []string{"a/nested/debian/optin.policy"}},
		{"module alone", Env{Work: "off"}, "a/sub", inA},
		{"module without policy", Env{Work: "off"}, "b", missing("b")},
		{"linked directory", Env{Work: "off"}, "link", missing("link")},
		{"no module", Env{Work: "off"}, "none", nil},
		{"workspace named", Env{Work: other}, "none", missing("b")},
		{"given", Env{Policy: given}, "b", []string{"a/optin.policy"}},
		{"built-in wanted", Env{Policy: Builtin}, "a", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			files, err := All(test.env, filepath.Join(dir, test.dir))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range files {
				name, err := filepath.Rel(dir, f.Path)
				if err != nil {
					t.Fatal(err)
				}
				name = filepath.ToSlash(name)
				if !f.Exists {
					name += " missing"
				}
				got = append(got, name)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func cat(lists ...[]string) (all []string) {
	for _, l := range lists {
		all = append(all, l...)
	}
	return all
}

func TestAllErrors(t *testing.T) {
	dir := tree(t, modules+"-- folder/go.mod --\nmodule example.org/folder\n-- folder/optin.policy/x --\n")
	for _, test := range []struct {
		name string
		env  Env
		dir  string
		want string
	}{
		{"unreadable", Env{}, "folder", "read the policy: read DIR/folder/optin.policy: "},
		{"relative policy", Env{Policy: "p"}, "a", `OPTINCHECK_POLICY is "p"; give it the absolute path of a policy file, or the word builtin, or unset it`},
		{"missing policy", Env{Policy: filepath.Join(dir, "p")}, "a", "read the policy: open DIR/p: "},
		{"relative workspace", Env{Work: "w"}, "a", `GOWORK is "w"; give it the absolute path of a go.work file, or the word off, or unset it`},
		{"missing workspace", Env{Work: filepath.Join(dir, "go.work")}, "a", "read the workspace: open DIR/go.work: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := All(test.env, filepath.Join(dir, test.dir))
			if err == nil {
				t.Fatal("no error")
			}
			sameError(t, err, dir, test.want)
		})
	}
}

// What For reads must be in the build ID, wherever in the workspace the
// package is.
func TestAllHoldsWhatForReads(t *testing.T) {
	dir := tree(t, modules+"-- go.work --\nuse ./a\nuse ./b\nuse ./a/nested\n")
	for module, pkg := range map[string]string{"example.org/a": "a/sub", "example.org/b": "b", "example.org/nested": "a/nested"} {
		p, err := For(Env{}, module, "", filepath.Join(dir, pkg))
		if err != nil {
			t.Fatal(err)
		}
		for _, from := range []string{".", "a", "a/sub", "a/nested", "b"} {
			files, err := All(Env{}, filepath.Join(dir, from))
			if err != nil {
				t.Fatal(err)
			}
			held := p.File == ""
			for _, f := range files {
				held = held || f.Path == p.File && f.Exists
			}
			if !held {
				t.Errorf("run in %s: %s reads %s, which All does not list", from, module, p.File)
			}
		}
	}
}

var today = time.Date(2026, 1, 31, 12, 0, 0, 0, time.UTC)

func TestBuildIDFollowsPolicies(t *testing.T) {
	dir := tree(t, "-- go.work --\nuse ./a\nuse ./b\n-- a/go.mod --\nmodule example.org/a\n-- b/go.mod --\nmodule example.org/b\n-- a/sub/x.go --\npackage sub\n")
	id := func() string {
		t.Helper()
		got, err := BuildID(Env{}, filepath.Join(dir, "a"), today)
		if err != nil {
			t.Fatal(err)
		}
		if below, err := BuildID(Env{}, filepath.Join(dir, "a", "sub"), today); err != nil || below != got {
			t.Errorf("build ID differs in a sub-directory: %v", err)
		}
		return got
	}
	seen := map[string]string{id(): "no policy"}
	change := func(what, file, text string) {
		t.Helper()
		file = filepath.Join(dir, filepath.FromSlash(file))
		if text == "" {
			if err := os.Remove(file); err != nil {
				t.Fatal(err)
			}
		} else {
			write(t, file, text)
		}
		got := id()
		if before, ok := seen[got]; ok {
			t.Errorf("%s: same build ID as %s", what, before)
		}
		seen[got] = what
	}
	change("a policy appears", "a/optin.policy", header("example.org/a"))
	change("it is edited", "a/optin.policy", header("example.org/a")+"Comment: x\n")
	change("the other module gets one", "b/optin.policy", header("example.org/b"))
	change("one for Debian wins", "a/debian/optin.policy", header("example.org/a")+"Comment: x\n")
	change("the first goes away", "b/optin.policy", "")

	again := filepath.Join(dir, "a", "optin.policy")
	before := id()
	write(t, again, "anything, since the one for Debian wins")
	if id() != before {
		t.Error("a policy that nobody reads changes the build ID")
	}
}

func TestBuildIDDoesNotDependOnTheDirectory(t *testing.T) {
	var ids []string
	for range 2 {
		id, err := BuildID(Env{Work: "off"}, filepath.Join(tree(t, modules), "a"), today)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	if ids[0] != ids[1] {
		t.Errorf("the same module elsewhere: %v", ids)
	}
}

// The go command would go on showing what an override hid on its last day.
func TestBuildIDChangesWhenAnOverrideEnds(t *testing.T) {
	dir := tree(t, "-- go.mod --\nmodule example.org/a\n-- optin.policy --\n"+header("example.org/a")+
		"\nOverride: optout/default-on\nScope: ./\nJustification: x\nExpires: 2026-01-31\n")
	id := func(now time.Time) string {
		t.Helper()
		got, err := BuildID(Env{Work: "off"}, dir, now)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	if id(today) != id(today.AddDate(0, 0, -1)) {
		t.Error("the build ID changes from day to day")
	}
	if id(today) == id(today.AddDate(0, 0, 1)) {
		t.Error("the build ID is the same after the last day")
	}
}

func TestBrokenPolicyHasNoBuildID(t *testing.T) {
	dir := tree(t, "-- go.mod --\nmodule example.org/a\n-- optin.policy --\nModule: example.org/a\n")
	_, err := BuildID(Env{Work: "off"}, dir, today)
	want := filepath.Join(dir, "optin.policy") + ":1:1: header without the field Format; add it"
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
