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
	file, err := changeModule(cfg, cause, func(file *modfile.File, _ string) error {
		file.DropToolchainStmt()
		return file.AddGoStmt(m[2])
	})
	if err != nil {
		return note, nil, err
	}
	copied := filepath.Dir(cfg.modfile)
	note = egress.NotAnalysed{
		Package: file.Module.Mod.Path,
		Reason:  fmt.Sprintf("go.mod asks for go %s; it was read with go %s, and what needs more is left out", m[1], m[2]),
	}
	return note, func() { os.RemoveAll(copied) }, nil
}

// changeModule has the go command read a changed copy of go.mod, in a directory
// of its own with the go.sum from beside the original, into which change may
// write, too. Where it cannot be changed the error is cause.
func changeModule(cfg *Config, cause error, change func(file *modfile.File, dir string) error) (*modfile.File, error) {
	root := moduleRoot(filepath.Join(cfg.Dir, "go.mod"))
	data, err := os.ReadFile(firstOf(cfg.modfile, filepath.Join(root, "go.mod")))
	if err != nil {
		return nil, cause
	}
	file, err := modfile.Parse("go.mod", data, nil)
	if err != nil || file.Module == nil {
		return nil, cause
	}
	dir, err := os.MkdirTemp("", "optincheck-*")
	if err != nil {
		return nil, err
	}
	if change(file, dir) != nil {
		os.RemoveAll(dir)
		return nil, cause
	}
	if err := writeModule(dir, root, file); err != nil {
		os.RemoveAll(dir)
		return nil, err
	}
	cfg.modfile = filepath.Join(dir, "go.mod")
	return file, nil
}

func writeModule(dir, root string, file *modfile.File) error {
	text, err := file.Format()
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "go.mod"), text, 0o600)
	}
	if sums, readErr := os.ReadFile(filepath.Join(root, "go.sum")); err == nil && readErr == nil {
		err = os.WriteFile(filepath.Join(dir, "go.sum"), sums, 0o600)
	}
	return err
}
