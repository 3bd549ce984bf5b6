package load

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/token"
	"os"
	"os/exec"
	"strings"

	"golang.org/x/tools/go/packages"
)

// ErrNoGo says that there is no go command.
var ErrNoGo = errors.New("the go command is not in PATH")

// A ListError says that the go command could not list anything.
type ListError struct{ Text string }

func (e *ListError) Error() string { return e.Text }

// goVars is what the go command says about the build.
type goVars struct{ GOROOT, GOOS, GOARCH string }

// goEnv asks the go command about the build. It is the first thing that
// needs the go command, so it is what misses it.
func goEnv(cfg *Config) (goVars, error) {
	var vars goVars
	out, err := goSays(cfg, "env", "-json", "GOROOT", "GOOS", "GOARCH")
	if err != nil {
		return vars, err
	}
	if err := json.Unmarshal(out, &vars); err != nil {
		return vars, &ListError{fmt.Sprintf("cannot read the answer of go env: %v", err)}
	}
	return vars, nil
}

// goSays runs the go command and returns its standard output.
func goSays(cfg *Config, args ...string) ([]byte, error) {
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env = cfg.Dir, cfg.environ()
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, ErrNoGo
	case err != nil:
		return nil, &ListError{firstOf(strings.TrimSpace(stderr.String()), err.Error())}
	}
	return stdout.Bytes(), nil
}

// environ is the environment of the go command for this build. What it may
// fetch, and which toolchain it runs, stays as the user set it.
func (cfg *Config) environ() []string {
	env := cfg.Env
	if env == nil {
		env = os.Environ()
	}
	env = append([]string(nil), env...)
	if cfg.Goos != "" {
		env = append(env, "GOOS="+cfg.Goos)
	}
	if cfg.Goarch != "" {
		env = append(env, "GOARCH="+cfg.Goarch)
	}
	return env
}

// list is the only place where packages are listed or loaded.
func list(cfg *Config, fset *token.FileSet, mode packages.LoadMode, patterns []string) ([]*packages.Package, error) {
	pc := &packages.Config{Mode: mode, Fset: fset, Dir: cfg.Dir, Env: cfg.environ(), Tests: cfg.Tests}
	if len(cfg.Tags) > 0 {
		pc.BuildFlags = []string{"-tags=" + strings.Join(cfg.Tags, ",")}
	}
	if cfg.modfile != "" {
		pc.BuildFlags = append(pc.BuildFlags, "-modfile="+cfg.modfile)
	}
	pkgs, err := packages.Load(pc, patterns...)
	if err != nil {
		if _, err := exec.LookPath("go"); err != nil {
			return nil, ErrNoGo
		}
		// The go command's own words, without the driver's frame.
		text := strings.TrimPrefix(err.Error(), "err: exit status 1: stderr: ")
		return nil, &ListError{strings.TrimSpace(text)}
	}
	return pkgs, nil
}

func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
