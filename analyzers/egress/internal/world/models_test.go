package world

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Every entry is found by its symbol, whatever the major version of its module.
func TestModelEntries(t *testing.T) {
	w := mustLoad(t)
	lines, errs := read("models.txt", modelsText, allKinds())
	if errs != nil {
		t.Fatal(errs)
	}
	for _, l := range lines {
		subjects, err := expand(l.Subject)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range subjects {
			if found, ok := modelled(w, l.Kind, s); !ok || found != l.Kind {
				t.Errorf("%v: %s %s is found as %q", l.Pos, l.Kind, s, found)
			}
		}
	}
}

// modelled is the kind of entry that a subject is found as.
func modelled(w *World, kind, subject string) (string, bool) {
	switch kind {
	case "opaque":
		return kind, w.Opaque(subject) && w.Opaque(subject+"/v3") && w.Opaque(subject+"/below")
	case "called":
		return kind, w.WellKnownMethod(subject)
	case "passive":
		return kind, w.Passive(subject) && w.Passive(subject+"/below") && !w.Passive("net/http")
	case "session":
		_, ok := w.Session(subject)
		return kind, ok
	case "notice":
		return kind, w.Notice("Hello. " + strings.ToUpper(subject) + ".")
	case "login":
		return kind, w.Login(subject)
	case "default-tag":
		return kind, strings.Contains(" "+strings.Join(w.DefaultTags(), " ")+" ", " "+subject+" ")
	}
	path, name, _ := strings.Cut(subject, ":")
	if strings.Contains(path, ".") {
		path += "/v2"
	}
	m, ok := w.Model(path + ":" + name)
	return m.Effect, ok
}

// Every kind of entry is used, and it and its keys are specified.
func TestModelKinds(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(doc), "# models.txt")
	lines, _ := read("models.txt", modelsText, allKinds())
	used := map[string]bool{}
	for _, l := range lines {
		used[l.Kind] = true
	}
	for _, name := range sorted(allKinds()) {
		if !used[name] {
			t.Errorf("no entry is of kind %s", name)
		}
		if !strings.Contains(section, "//\t"+name) && !strings.Contains(section, ", "+name+" ") {
			t.Errorf("the format does not specify the kind %s", name)
		}
		for _, key := range sorted(allKinds()[name].keys) {
			if !strings.Contains(section, key+"=") {
				t.Errorf("the format does not specify the key %s of %s", key, name)
			}
		}
	}
}

func TestExpand(t *testing.T) {
	tests := []struct{ subject, want string }{
		{"a:F", "a:F"},
		{"a:{,T.}{F,G}", "a:F a:G a:T.F a:T.G"},
		{"{a,b}/c:F", "a/c:F b/c:F"},
	}
	for _, tt := range tests {
		got, err := expand(tt.subject)
		if err != nil || strings.Join(got, " ") != tt.want {
			t.Errorf("expand(%q) = %v, %v; want %s", tt.subject, got, err, tt.want)
		}
	}
}

// A user's file adds to the embedded models, and replaces what it names.
func TestLoadWith(t *testing.T) {
	name := filepath.Join(t.TempDir(), "my.models")
	text := "exits example.org/lib:Die\ninert os:Getenv # not here\n"
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	w, err := LoadWith(name)
	if err != nil {
		t.Fatal(err)
	}
	for symbol, want := range map[string]string{"example.org/lib:Die": "exits", "os:Getenv": "inert", "os:LookupEnv": "env"} {
		if m, ok := w.Model(symbol); !ok || m.Effect != want {
			t.Errorf("%s is modelled as %q, not %q", symbol, m.Effect, want)
		}
	}
}

// Mistakes in a user's file have their place in that file.
func TestLoadWithErrors(t *testing.T) {
	dir := t.TempDir()
	tests := []struct{ text, want string }{
		{"flags a:F name=arg0", `:1:1: unknown kind of entry "flags"; write one of `},
		{"# mine\nflag a:F name=0", `:2:10: name: `},
		{"flag a:F", `:1:1: flag "a:F" has no name; add name=…`},
		{"flag a:{F,G name=arg0", `:1:6: "a:{F,G" opens a brace and does not close it; write {one,other}`},
		{"flag a:F}", `:1:6: "a:F}" closes a brace that is not open; write {one,other}`},
		{"flag a:(*T).F name=arg0", `:1:6: bad symbol "a:(*T).F"; write import/path:Func or import/path:Type.Method, without stars and parentheses`},
		{"flag a:F name=arg0 dst=arg1", `:1:20: unknown key "dst" of flag; write one of default, dest, name`},
		{"exits a:F\nsome a:{F,G}", `:2:1: a:F has a model already, in line 1; remove one of the two`},
		{"fill a:F dest=arg0 flags=snake", `:1:20: flags: unknown word "snake"; write one of kebab`},
	}
	for _, tt := range tests {
		name := filepath.Join(dir, "my.models")
		if err := os.WriteFile(name, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		_, err := LoadWith(name)
		if err == nil || !strings.HasPrefix(err.Error(), name+tt.want) {
			t.Errorf("%q: got %v, want %s%s", tt.text, err, name, tt.want)
		}
	}
	if _, err := LoadWith(filepath.Join(dir, "none")); err == nil || !strings.Contains(err.Error(), "none: ") {
		t.Errorf("a file that is not there: %v", err)
	}
}
