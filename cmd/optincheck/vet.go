package main

import (
	"cmp"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
	"github.com/optincheck/optincheck/internal/discover"
)

// vet runs go vet with this executable as its tool, and passes its exit status
// through.
func (s *session) vet(args []string) (int, error) {
	args, given, changed, err := vetArgs(args)
	if err != nil {
		return 0, err
	}
	if given != "" {
		s.env = append(s.env, discover.PolicyVar+"="+given)
	}
	if changed {
		return s.vetChanged(args)
	}
	return s.goVet("", args)
}

// vetArgs takes our own flags out of the arguments; the rest is for go vet.
func vetArgs(args []string) (rest []string, policy string, changed bool, err error) {
	for i := 0; i < len(args); i++ {
		name, value, hasValue := strings.Cut(strings.TrimLeft(args[i], "-"), "=")
		switch {
		case !strings.HasPrefix(args[i], "-") || name != "policy" && name != "changed":
			rest = append(rest, args[i])
			continue
		case name == "changed" && hasValue:
			return nil, "", false, errFlag(errors.New("-changed takes no value"))
		case name == "changed":
			changed = true
			continue
		case !hasValue && i+1 == len(args):
			return nil, "", false, errFlag(errors.New("-policy needs a file or the word builtin"))
		case !hasValue:
			i++
			value = args[i]
		}
		if policy, err = absolutePolicy(value); err != nil {
			return nil, "", false, err
		}
	}
	return rest, policy, changed, nil
}

// absolutePolicy makes the name of a policy good for every directory.
func absolutePolicy(name string) (string, error) {
	if name == discover.Builtin {
		return name, nil
	}
	return filepath.Abs(name)
}

// vetChanged checks the packages of the files, and those that import them.
func (s *session) vetChanged(args []string) (int, error) {
	var flags, files, tags []string
	for _, arg := range args {
		if !strings.HasPrefix(arg, "-") {
			files = append(files, arg)
			continue
		}
		flags = append(flags, arg)
		if list, ok := strings.CutPrefix(strings.TrimLeft(arg, "-"), "tags="); ok {
			tags = splitTags(list) // they also decide who imports whom
		}
	}
	if len(files) == 0 {
		return 0, errNoFiles()
	}
	groups, err := load.Changed(load.Config{Env: s.env, Tags: tags}, files)
	if err != nil {
		return 0, errLoad(err)
	}
	worst := statusClean
	for _, g := range groups {
		status, err := s.goVet(g.Dir, append(append([]string(nil), flags...), g.Packages...))
		if err != nil {
			return 0, err
		}
		worst = max(worst, status)
	}
	return worst, nil
}

// goVet runs go vet in a directory.
func (s *session) goVet(dir string, args []string) (int, error) {
	if err := s.checkPolicies(cmp.Or(dir, ".")); err != nil {
		return 0, err
	}
	self, err := os.Executable()
	if err != nil {
		return 0, err
	}
	cmd := exec.Command("go", append([]string{"vet", "-vettool=" + self}, args...)...)
	cmd.Dir, cmd.Env = dir, s.env
	cmd.Stdin, cmd.Stdout, cmd.Stderr = s.stdin, s.stdout, s.stderr
	err = cmd.Run()
	var exit *exec.ExitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return 0, errLoad(load.ErrNoGo)
	case errors.As(err, &exit) && exit.ExitCode() >= 0:
		return exit.ExitCode(), nil
	}
	return statusClean, err
}
