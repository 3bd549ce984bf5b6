package discover

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/optincheck/optincheck/policy"
)

// tree writes a txtar into a new directory.
func tree(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range txtar.Parse([]byte(text)).Files {
		write(t, filepath.Join(dir, f.Name), string(f.Data))
	}
	return dir
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

// header returns the policy of a module with nothing declared.
func header(module string) string {
	return "Format: " + policy.FormatURI + "\nModule: " + module + "\n"
}

// modules has a module with a policy, one within it whose policy for Debian
// wins, and one without any.
var modules = `
-- a/go.mod --
module example.org/a
-- a/optin.policy --
` + header("example.org/a") + `
-- a/sub/a.go --
package sub
-- a/nested/go.mod --
module example.org/nested
-- a/nested/debian/optin.policy --
` + header("example.org/nested") + `
-- a/nested/optin.policy --
not even a policy
-- b/go.mod --
module example.org/b
-- b/debian --
a plain file
-- none/x.go --
package x
`

func TestFor(t *testing.T) {
	dir := tree(t, modules)
	given := filepath.Join(dir, "a", "optin.policy")
	link := filepath.Join(dir, "link")
	if err := os.Symlink(filepath.Join(dir, "a"), link); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name                 string
		env                  Env
		module, version, dir string
		origin               policy.Origin
		file                 string
	}{
		{"root of a main module", Env{}, "example.org/a", "", "a", policy.Found, "a/optin.policy"},
		{"sub-directory", Env{}, "example.org/a", "", "a/sub", policy.Found, "a/optin.policy"},
		{"nested module, debian wins", Env{}, "example.org/nested", "", "a/nested", policy.Found, "a/nested/debian/optin.policy"},
		{"linked directory", Env{}, "example.org/a", "", "link/sub", policy.Found, "link/optin.policy"},
		{"main module without policy", Env{}, "example.org/b", "", "b", policy.BuiltIn, ""},
		{"dependency with a policy", Env{}, "example.org/a", "v1.0.0", "a", policy.BuiltIn, ""},
		{"GOPATH mode, beside a policy", Env{}, "", "", "a", policy.BuiltIn, ""},
		{"no module", Env{}, "example.org/x", "", "none", policy.BuiltIn, ""},
		{"given", Env{Policy: given}, "example.org/a", "", "a/sub", policy.Given, "a/optin.policy"},
		{"given, for a dependency", Env{Policy: given}, "example.org/b", "v1.0.0", "b", policy.Given, "a/optin.policy"},
		{"given, for the standard library", Env{Policy: given}, "", "", "none", policy.Given, "a/optin.policy"},
		{"built-in wanted", Env{Policy: "builtin"}, "example.org/a", "", "a", policy.BuiltIn, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := For(test.env, test.module, test.version, filepath.Join(dir, test.dir))
			if err != nil {
				t.Fatal(err)
			}
			file := ""
			if test.file != "" {
				file = filepath.Join(dir, test.file)
			}
			if p.Origin != test.origin || p.File != file {
				t.Errorf("policy %q, %s; want %q, %s", p.File, p.Origin, file, test.origin)
			}
		})
	}
}

// sameError holds an error to its text. A text that ends in a colon goes on
// with what the operating system says.
func sameError(t *testing.T, err error, dir, want string) {
	t.Helper()
	got := filepath.ToSlash(strings.ReplaceAll(err.Error(), dir, "DIR"))
	if strings.HasSuffix(want, ": ") && strings.HasPrefix(got, want) && len(got) > len(want) {
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestForErrors(t *testing.T) {
	dir := tree(t, modules+`
-- broken/go.mod --
module example.org/broken
-- broken/optin.policy --
Formt: x
-- folder/go.mod --
module example.org/folder
-- folder/optin.policy/x --
a directory of that name
-- dangling/go.mod --
module example.org/dangling
`)
	if err := os.Symlink("nowhere", filepath.Join(dir, "dangling", "optin.policy")); err != nil {
		t.Fatal(err)
	}
	given := filepath.Join(dir, "a", "optin.policy")
	for _, test := range []struct {
		name        string
		env         Env
		module, dir string
		want        string // DIR is the directory
	}{
		{"relative", Env{Policy: "optin.policy"}, "example.org/a", "a",
			`OPTINCHECK_POLICY is "optin.policy"; give it the absolute path of a policy file, or the word builtin, or unset it`},
		{"other word", Env{Policy: "off"}, "", "none",
			`OPTINCHECK_POLICY is "off"; give it the absolute path of a policy file, or the word builtin, or unset it`},
		{"given and missing", Env{Policy: filepath.Join(dir, "nothing")}, "", "none",
			"read the policy: open DIR/nothing: "},
		{"given for another main module", Env{Policy: given}, "example.org/b", "b",
			"DIR/a/optin.policy:2:9: this is the policy of module example.org/a, not of example.org/b; write Module: example.org/b, or give that module's policy"},
		{"found with another module's name", Env{}, "example.org/b", "a",
			"DIR/a/optin.policy:2:9: this is the policy of module example.org/a, not of example.org/b; write Module: example.org/b, or give that module's policy"},
		{"broken", Env{}, "example.org/broken", "broken",
			"DIR/broken/optin.policy:1:1: unknown field \"Formt\" in a header; write Format\nDIR/broken/optin.policy:1:1: header without the field Module; add it"},
		{"directory", Env{}, "example.org/folder", "folder", "read the policy: read DIR/folder/optin.policy: "},
		{"link to nowhere", Env{}, "example.org/dangling", "dangling", "read the policy: open DIR/dangling/optin.policy: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			p, err := For(test.env, test.module, "", filepath.Join(dir, test.dir))
			if err == nil {
				t.Fatalf("no error, but %+v", p)
			}
			sameError(t, err, dir, test.want)
		})
	}
}
