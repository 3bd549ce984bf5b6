package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/draft"
	"github.com/optincheck/optincheck/internal/discover"
	"github.com/optincheck/optincheck/policy"
)

// draft writes the first policy of a module, from what its programs do.
func (s *session) draft(args []string) (int, error) {
	o, err := parseOptions(args)
	if err != nil {
		return 0, err
	}
	switch {
	case o.policy != "":
		return 0, errNotHere("init", "policy")
	default:
		err = o.only("init", "text")
	}
	if err != nil {
		return 0, err
	}
	o.policy = discover.Builtin
	if len(o.patterns) == 0 {
		o.patterns = []string{"./..."}
	}
	r, err := s.examine(o)
	if err != nil {
		return 0, err
	}
	if len(r.prog.Modules) != 1 {
		return 0, errModules(r.start.Module)
	}
	m := r.prog.Modules[0]
	p := draft.Policy(m.Path, r.behaviours)
	file := filepath.Join(m.Dir, "optin.policy")
	if err := writeNew(file, policy.Format(p)); err != nil {
		return 0, err
	}
	text := fmt.Sprintf("wrote %s: %d functions, %d consents; review each purpose, then run optincheck again\n", r.prog.Name(file), len(p.Functions), len(p.Consents))
	for _, n := range r.end.NotAnalysed {
		text += fmt.Sprintf("incomplete, not analysed: %s: %s\n", n.Package, n.Reason)
	}
	if err := s.print(text); err != nil {
		return 0, err
	}
	if !r.end.Complete() {
		return statusIncomplete, nil
	}
	return statusClean, nil
}

// writeNew writes a file that is not there yet.
func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)
	switch {
	case errors.Is(err, fs.ErrExist):
		return errPolicyExists(name)
	case err != nil:
		return errOutput(err)
	}
	if _, err = f.Write(data); err == nil {
		err = f.Close()
	} else {
		f.Close()
	}
	if err != nil {
		return errOutput(err)
	}
	return nil
}
