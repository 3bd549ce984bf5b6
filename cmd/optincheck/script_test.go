package main

import (
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the expected output of scripts anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"optincheck": main})
}

// TestScripts runs the command as users meet it. Beside the commands of
// testscript there is
//
//	status N command args...
//
// which runs a command and wants the exit status N, and
//
//	capture NAME REGEXP file
//
// which sets a variable to what the first group of the expression matches.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("..", "..", "testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup:               setup,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": status, "capture": capture},
	})
}

// setup gives scripts the go command with its caches, offline.
func setup(env *testscript.Env) error {
	for _, name := range []string{"GOCACHE", "GOMODCACHE", "GOPATH"} {
		out, err := exec.Command("go", "env", name).Output()
		if err != nil {
			return err
		}
		env.Setenv(name, strings.TrimSpace(string(out)))
	}
	path, _, _ := strings.Cut(env.Getenv("PATH"), string(filepath.ListSeparator))
	env.Setenv("OPTINCHECK_BIN", path) // where only our command is
	for name, value := range map[string]string{
		"GOPROXY": "off", "GOFLAGS": "", "GOTOOLCHAIN": "local", "GOWORK": "off", "GOENV": "off", "GOSUMDB": "off",
	} {
		env.Setenv(name, value)
	}
	return nil
}

func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if got != want {
		ts.Fatalf("exit status is %d, want %d", got, want)
	}
}

func capture(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: capture NAME REGEXP file")
	}
	match := regexp.MustCompile(args[1]).FindStringSubmatch(ts.ReadFile(args[2]))
	if len(match) < 2 {
		ts.Fatalf("no match for %s in %s", args[1], args[2])
	}
	ts.Setenv(args[0], match[1])
}

// Colour is for terminals, and NO_COLOR speaks last.
func TestColored(t *testing.T) {
	device, err := os.Open(os.DevNull) // a character device, as a terminal is
	if err != nil {
		t.Fatal(err)
	}
	defer device.Close()
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, test := range []struct {
		when string
		env  []string
		out  *os.File
		want bool
	}{
		{"auto", nil, device, true},
		{"auto", nil, file, false},
		{"auto", []string{"NO_COLOR=1"}, device, false},
		{"auto", []string{"NO_COLOR="}, device, true},
		{"auto", []string{"NO_COLOR=1", "NO_COLOR="}, device, true},
		{"auto", []string{"TERM=dumb"}, device, false},
		{"always", []string{"NO_COLOR=1"}, file, true},
		{"never", nil, device, false},
	} {
		s := &session{env: test.env}
		if got := s.colored(test.when, test.out); got != test.want {
			t.Errorf("-color=%s with %v on %s is %v, want %v", test.when, test.env, test.out.Name(), got, test.want)
		}
	}
}
