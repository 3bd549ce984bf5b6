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

// lacking is what the go command says of a module whose go.mod it cannot have.
// Where GOPROXY=off forbids to ask for it, it says something else.
var lacking = regexp.MustCompile(`(?m)^(?:go: |\t)(\S+)@(\S+)(?: \(replaced by (\S+)@(\S+)\))?: (?:reading \S+: .*|invalid version: .*|unrecognized import path .*)`)

// maxLacking bounds the modules that may be missing; each costs a listing.
const maxLacking = 8

// missing makes the go command do without a module that cannot be had: by a copy
// of go.mod that puts an empty module in its place. What imports its packages is
// listed; the rest is audited. cause is what the go command said. What is
// written is removed by done.
func missing(cfg *Config, cause error) (note egress.NotAnalysed, done func(), err error) {
	var said *ListError
	if !errors.As(cause, &said) {
		return note, nil, cause
	}
	all := lacking.FindAllStringSubmatch(said.Text, -1)
	if len(all) == 0 {
		return note, nil, cause
	}
	m := all[len(all)-1] // what required it stands above
	_, err = changeModule(cfg, cause, func(file *modfile.File, dir string) error { return replaceByNothing(file, m[1], dir) })
	if err != nil {
		return note, nil, err
	}
	copied := filepath.Dir(cfg.modfile)
	path, version := firstOf(m[3], m[1]), firstOf(m[4], m[2])
	note = egress.NotAnalysed{Package: path, Reason: fmt.Sprintf("version %s of this module cannot be had: what imports it is left out", version)}
	return note, func() { os.RemoveAll(copied) }, nil
}

// replaceByNothing writes an empty module into a directory, and puts it in the
// place of one that is required, or that another one is replaced by.
func replaceByNothing(file *modfile.File, path, dir string) error {
	old := path
	for _, r := range file.Replace {
		if r.New.Path == path || r.Old.Path == path {
			old = r.Old.Path
			if err := file.DropReplace(r.Old.Path, r.Old.Version); err != nil {
				return err
			}
		}
	}
	empty := filepath.Join(dir, "empty")
	if err := os.Mkdir(empty, 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(empty, "go.mod"), []byte("module "+modfile.AutoQuote(old)+"\n"), 0o600); err != nil {
		return err
	}
	return file.AddReplace(old, "", empty, "")
}
