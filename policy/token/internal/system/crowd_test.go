package system

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/optincheck/optincheck/policy/token"
)

// The crowd: 2000 processes, of which 250 start at once, eight times over.
// The user agreed to tokens of 30 days, and each wave comes 30 days after the
// one before, so that each is a race for a new token.
const (
	waves  = 8
	maxAge = 30
)

// TestMain makes the test binary one of the crowd when the test starts it so.
func TestMain(m *testing.M) {
	if home := os.Getenv("CROWD_HOME"); home != "" {
		member(home, os.Getenv("CROWD_WAVE"))
		return
	}
	m.Run()
}

// member is one process: it waits for the start, and prints its token.
func member(home, wave string) {
	n, err := strconv.Atoi(wave)
	if err != nil {
		panic(err)
	}
	io.Copy(io.Discard, os.Stdin) // until all may go
	g := open(home, n).Grant("usage")
	client, err := token.ClientToken(g)
	fmt.Println(client.Reveal(g), err)
}

// open is the program's store at the time of a wave.
func open(home string, wave int) *token.Store {
	store, err := token.Open(program(), token.Config{
		Dir:    home,
		Getenv: func(string) string { return "" },
		Now:    func() time.Time { return time.Date(2026, 9, 1+wave*maxAge, 12, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		panic(err)
	}
	return store
}

func program() token.Program {
	return token.Program{Name: "crowd", Version: "1", Purposes: []token.Purpose{{
		Name: "usage", TextVersion: 1, Text: "Everybody at once.", Hosts: []string{"collector.example"},
		Tokens: []token.Kind{token.Client}, MaxAgeDays: maxAge,
	}}}
}

var line = regexp.MustCompile(`^c/([A-Za-z0-9_-]{22}) <nil>\n$`)

func TestTwoThousandProcesses(t *testing.T) {
	home := t.TempDir()
	if _, err := open(home, 0).Agree("usage", program().Statement("usage"), "the test"); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for wave := range waves {
		values := race(t, home, wave)
		if len(values) != 1 {
			t.Errorf("wave %d: %d different tokens, want one", wave, len(values))
		}
		for v := range values {
			seen[v] = true
		}
		file := filepath.Join(home, "crowd", "optin", "usage", fmt.Sprint("client.", wave+1))
		if text, err := os.ReadFile(file); err != nil || len(strings.Fields(string(text))) != 2 || !values[strings.Fields(string(text))[0]] {
			t.Errorf("wave %d: the file holds %q (%v), and the processes had %v", wave, text, err, values)
		}
	}
	if len(seen) != waves {
		t.Errorf("%d tokens in %d waves", len(seen), waves)
	}
	entries, err := os.ReadDir(filepath.Join(home, "crowd", "optin", "usage"))
	if err != nil || len(entries) != 2 {
		t.Errorf("left %v (%v), want the record and one token", entries, err)
	}
}

// race starts a wave, lets it go at once, and returns the tokens it got.
func race(t *testing.T, home string, wave int) map[string]bool {
	t.Helper()
	gate, start, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer gate.Close()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	crowd := make([]*exec.Cmd, perWave)
	out := make([]bytes.Buffer, perWave)
	for i := range crowd {
		c := exec.Command(exe)
		c.Env = append(os.Environ(), "GOMAXPROCS=1", "CROWD_HOME="+home, fmt.Sprint("CROWD_WAVE=", wave))
		c.Stdin, c.Stdout = gate, &out[i]
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		crowd[i] = c
	}
	if err := start.Close(); err != nil {
		t.Fatal(err)
	}
	values := map[string]bool{}
	for i, c := range crowd {
		if err := c.Wait(); err != nil {
			t.Error(err)
		}
		m := line.FindStringSubmatch(out[i].String())
		if m == nil {
			t.Errorf("wave %d: a process printed %q", wave, out[i].String())
			continue
		}
		values[m[1]] = true
	}
	return values
}
