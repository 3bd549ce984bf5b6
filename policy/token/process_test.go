package token

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// TestMain makes the test binary a program of its own when a test starts it
// as one.
func TestMain(m *testing.M) {
	if mode := os.Getenv("TOKEN_TEST_CHILD"); mode != "" {
		child(mode, os.Getenv("TOKEN_TEST_HOME"))
		return
	}
	m.Run()
}

// child is a process of the program on a machine whose home is given.
func child(mode, home string) {
	s, err := Open(example(), Config{Dir: home, Getenv: func(string) string { return "" }})
	if err != nil {
		panic(err)
	}
	s.system = nil
	io.Copy(io.Discard, os.Stdin) // until the test says go
	limit(mode)
	if mode == "agree" {
		_, err := s.Agree("usage", example().Statement("usage"), "the child")
		fmt.Print(err != nil)
		return
	}
	if mode == "beat" {
		<-Heartbeat(s.Grant(HeartbeatPurpose), Beat{})
		return
	}
	g := s.Grant("usage")
	fmt.Printf("%v|%s|%s", g.Valid(), value(g), Tokens(g, About{}))
}

// A process is a child under way.
type process struct {
	cmd *exec.Cmd
	out bytes.Buffer
}

// start begins a child that waits until the gate is closed.
func start(t *testing.T, mode, home string, gate *os.File, env ...string) *process {
	t.Helper()
	exe, err := os.Executable()
	must(t, err)
	p := &process{cmd: exec.Command(exe)}
	p.cmd.Env = append(os.Environ(), "TOKEN_TEST_CHILD="+mode, "TOKEN_TEST_HOME="+home)
	p.cmd.Env = append(p.cmd.Env, env...)
	if gate != nil {
		p.cmd.Stdin = gate
	}
	p.cmd.Stdout = &p.out
	if testing.CoverMode() == "" { // or a child that ends says so there
		p.cmd.Stderr = &p.out
	}
	must(t, p.cmd.Start())
	return p
}

func (p *process) output(t *testing.T) string {
	t.Helper()
	must(t, p.cmd.Wait())
	return p.out.String()
}

func TestManyProcessesGetOneToken(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.now = time.Now()
	w.agree("usage")
	gate, open, err := os.Pipe()
	must(t, err)
	var all []*process
	for range 12 {
		all = append(all, start(t, "client", w.home, gate))
	}
	must(t, open.Close()) // all of them go
	seen := map[string]bool{}
	for _, p := range all {
		seen[strings.Split(p.output(t), "|")[1]] = true
	}
	gate.Close()
	wantEqual(t, "tokens", len(seen), 1)
	for v := range seen {
		wantMinted(t, v)
	}
}
