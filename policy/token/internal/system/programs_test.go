package system

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/optincheck/optincheck/policy/token"
)

// A machine is a home with one of the two programs of
// testdata/systems/anaconda-anon-usage installed, behind a proxy that answers
// 404 and keeps what it is asked.
type machine struct {
	t       *testing.T
	program string
	home    string
	proxy   *httptest.Server

	mu       sync.Mutex
	requests []*http.Request
}

func install(t *testing.T, name string) *machine {
	t.Helper()
	m := &machine{t: t, home: filepath.Join(t.TempDir(), "home")}
	if err := os.Mkdir(m.home, 0o700); err != nil {
		t.Fatal(err)
	}
	m.program = filepath.Join(t.TempDir(), "pkgget")
	if runtime.GOOS == "windows" {
		m.program += ".exe"
	}
	build := exec.Command("go", "build", "-o", m.program, ".")
	build.Dir = filepath.Join("..", "..", "..", "..", "testdata", "systems", "anaconda-anon-usage", name)
	build.Env = append(os.Environ(), "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	m.proxy = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.requests = append(m.requests, r)
		w.WriteHeader(http.StatusNotFound)
	}))
	t.Cleanup(m.proxy.Close)
	return m
}

// run starts the program, and returns what it printed and what it asked for.
func (m *machine) run(input string, args ...string) (string, []*http.Request) {
	m.t.Helper()
	cmd := exec.Command(m.program, args...)
	cmd.Stdin = strings.NewReader(input)
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); strings.EqualFold(name, "PATH") || strings.EqualFold(name, "SystemRoot") {
			cmd.Env = append(cmd.Env, v)
		}
	}
	for _, name := range []string{"HOME", "USERPROFILE", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA"} {
		cmd.Env = append(cmd.Env, name+"="+m.home)
	}
	cmd.Env = append(cmd.Env, "HTTP_PROXY="+m.proxy.URL, "PKGGET_PREFIX="+filepath.Join(m.home, "env"))
	out, err := cmd.CombinedOutput()
	if err != nil && !strings.Contains(string(out), "pkgget:") {
		m.t.Errorf("%v: %v\n%s", args, err, out)
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	requests := m.requests
	m.requests = nil
	return string(out), requests
}

// files lists what is in the home.
func (m *machine) files() []string {
	m.t.Helper()
	var names []string
	err := filepath.WalkDir(m.home, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			names = append(names, d.Name())
		}
		return err
	})
	if err != nil {
		m.t.Fatal(err)
	}
	return names
}

func TestCompliantProgramIsSilentUntilAYes(t *testing.T) {
	t.Parallel()
	m := install(t, "compliant")
	fetch := []string{"fetch", "http://repo.example/a", "http://other.example/b"}
	silent := func(when string) {
		t.Helper()
		m.run("", "info")
		m.run("", "activate")
		_, requests := m.run("", fetch...)
		if len(requests) != 2 {
			t.Fatalf("%s: %d requests, want those two that the user asked for", when, len(requests))
		}
		for _, r := range requests {
			if r.Header.Get(token.HeaderName) != "" || r.UserAgent() != "pkgget/1.0" {
				t.Errorf("%s: %s was told %v", when, r.Host, r.Header)
			}
		}
		if got := m.files(); len(got) != 0 {
			t.Errorf("%s: there is %v", when, got)
		}
	}
	silent("on a fresh install")
	for _, answer := range []string{"", "\n", "y\n", "no\n"} {
		if out, _ := m.run(answer, "consent", "grant", "usage"); !strings.Contains(out, "not granted") {
			t.Errorf("answer %q: %s", answer, out)
		}
	}
	silent("after the answer no")

	m.run("yes\n", "consent", "grant", "usage")
	if out, _ := m.run("", "info"); !strings.Contains(out, "usage: granted true, header [pkgget/1.0 s/.]") {
		t.Errorf("after yes: %s", out)
	}
	_, requests := m.run("", fetch...)
	for _, r := range requests {
		if r.Header.Get(token.HeaderName) != "" {
			t.Errorf("%s got tokens over plain HTTP", r.Host)
		}
	}
	m.run("", "consent", "revoke", "usage")
	silent("after revoking")
}

func TestViolatingProgramDoesWhatItIsThereFor(t *testing.T) {
	t.Parallel()
	m := install(t, "violating")
	_, requests := m.run("", "fetch", "http://repo.example/a", "http://other.example/b")
	if len(requests) != 2 {
		t.Fatalf("%d requests, want 2", len(requests))
	}
	for _, r := range requests {
		if !strings.Contains(r.UserAgent(), " usage/0.8.0 c/") {
			t.Errorf("%s was told %q, want the tokens", r.Host, r.UserAgent())
		}
	}
	if got := m.files(); len(got) == 0 {
		t.Error("nothing was minted")
	}
	if err := os.WriteFile(filepath.Join(m.home, ".pkggetrc"), []byte("anon_usage: off\nheartbeat: http://beat.example\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, requests = m.run("", "fetch", "http://repo.example/a")
	if len(requests) != 1 || !strings.HasSuffix(requests[0].UserAgent(), " usage/0.8.0") {
		t.Errorf("switched off it sent %v, want the version that is left", requests)
	}
	_, requests = m.run("", "activate")
	if len(requests) != 1 || requests[0].Method != http.MethodHead || requests[0].URL.Path != "/noarch/activate-0.0.0-0.conda" {
		t.Errorf("with tokens off the heartbeat was %v", requests)
	}
}
