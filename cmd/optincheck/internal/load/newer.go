package load

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"

	"golang.org/x/mod/modfile"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// tooNew is what the go command says of a module that asks for a newer Go, where
// it may not fetch one.
var tooNew = regexp.MustCompile(`go\.mod requires go >= (\S+) \(running go (\d+\.\d+)[^;)]*`)

// newer makes the go command read a module that asks for a newer Go than there
// is: by a copy of its go.mod that asks for less. What needs the newer Go will
// not type-check and is listed; the rest is audited. cause is what the go
// command said. The copy is removed by done.
func newer(cfg *Config, cause error) (note egress.NotAnalysed, done func(), err error) {
	var said *ListError
	if !errors.As(cause, &said) {
		return note, nil, cause
	}
	m := tooNew.FindStringSubmatch(said.Text)
	if m == nil {
		return note, nil, cause
	}
	dir := moduleRoot(filepath.Join(cfg.Dir, "go.mod"))
	data, err := os.ReadFile(firstOf(cfg.modfile, filepath.Join(dir, "go.mod")))
	if err != nil {
		return note, nil, cause
	}
	file, err := modfile.Parse("go.mod", data, nil)
	if err != nil || file.Module == nil || file.AddGoStmt(m[2]) != nil {
		return note, nil, cause
	}
	file.DropToolchainStmt()
	copied, err := copyModule(dir, file)
	if err != nil {
		return note, nil, err
	}
	cfg.modfile = filepath.Join(copied, "go.mod")
	note = egress.NotAnalysed{
		Package: file.Module.Mod.Path,
		Reason:  fmt.Sprintf("go.mod asks for go %s; it was read with go %s, and what needs more is left out", m[1], m[2]),
	}
	return note, func() { os.RemoveAll(copied) }, nil
}

// copyModule writes a go.mod, and the go.sum beside the original, to a
// directory of their own.
func copyModule(dir string, file *modfile.File) (string, error) {
	copied, err := os.MkdirTemp("", "optincheck-*")
	if err != nil {
		return "", err
	}
	text, err := file.Format()
	if err == nil {
		err = os.WriteFile(filepath.Join(copied, "go.mod"), text, 0o600)
	}
	if sums, readErr := os.ReadFile(filepath.Join(dir, "go.sum")); err == nil && readErr == nil {
		err = os.WriteFile(filepath.Join(copied, "go.sum"), sums, 0o600)
	}
	if err != nil {
		os.RemoveAll(copied)
		return "", err
	}
	return copied, nil
}
