package token

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// noon is the clock of most tests.
var noon = time.Date(2026, 9, 3, 12, 0, 0, 0, time.UTC)

// example is a program with every kind of token.
func example() Program {
	return Program{Name: "feedget", Version: "1.4", Purposes: []Purpose{
		{
			Name: "usage", TextVersion: 1, Text: "feedget counts its users.",
			Hosts: []string{"collector.example"}, Tokens: kinds(),
		},
		{
			Name: HeartbeatPurpose, TextVersion: 1, Text: "feedget says that it was started.",
			Hosts: []string{"collector.example"}, Tokens: []Kind{Client, Session}, URL: "https://collector.example/beat",
		},
	}}
}

// A world is a user's machine: a home, a directory of the administrator's, an
// environment and a clock.
type world struct {
	t      *testing.T
	home   string
	system string
	env    map[string]string
	now    time.Time
}

func newWorld(t *testing.T) *world {
	t.Helper()
	dir := t.TempDir()
	w := &world{t: t, home: filepath.Join(dir, "home"), system: filepath.Join(dir, "system"), env: map[string]string{}, now: noon}
	for _, d := range []string{w.home, w.system} {
		if err := os.Mkdir(d, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return w
}

// start is a new process of the program.
func (w *world) start(p Program) *Store {
	w.t.Helper()
	s, err := Open(p, Config{
		Dir: w.home, System: []string{w.system},
		Getenv: func(name string) string { return w.env[name] },
		Now:    func() time.Time { return w.now },
	})
	if err != nil {
		w.t.Fatal(err)
	}
	s.system = []string{w.system}                // what this machine's administrator does is no matter of the test
	s.sync = func(*os.File) error { return nil } // slow; checkTokenIsSyncedBeforeItHasItsName watches it
	return s
}

// agree starts the program and says yes.
func (w *world) agree(purpose string) (*Store, Grant) {
	w.t.Helper()
	s := w.start(example())
	return s, agree(w.t, s, purpose)
}

func agree(t *testing.T, s *Store, purpose string) Grant {
	t.Helper()
	g, err := s.Agree(purpose, s.program.Statement(purpose), "the test, by hand")
	if err != nil {
		t.Fatal(err)
	}
	if !g.Valid() {
		t.Fatal("the grant just given is not valid")
	}
	return g
}

// file is a file of the usage purpose.
func (w *world) file(name string) string {
	return filepath.Join(w.home, "feedget", "optin", "usage", name)
}

// put writes a file of the usage purpose.
func (w *world) put(name, content string) {
	w.t.Helper()
	write(w.t, w.file(name), content)
}

func write(t *testing.T, file, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

func contents(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// tree lists what is below dir.
func tree(t *testing.T, dir string) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if path != dir {
			names = append(names, strings.TrimPrefix(filepath.ToSlash(path), filepath.ToSlash(dir)+"/"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// value is the client's value, without its prefix; empty if there is none.
func value(g Grant) string {
	tok, _ := ClientToken(g)
	return strings.TrimPrefix(tok.Reveal(g), "c/")
}

var mintedPattern = regexp.MustCompile(`^[A-Za-z0-9_-]{22}$`)

func wantMinted(t *testing.T, value string) {
	t.Helper()
	if !mintedPattern.MatchString(value) {
		t.Errorf("got %q, want 22 characters of the alphabet", value)
	}
}

func wantEqual[T comparable](t *testing.T, what string, got, want T) {
	t.Helper()
	if got != want {
		t.Errorf("%s: got %v, want %v", what, got, want)
	}
}
