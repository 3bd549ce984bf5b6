// Package expect reads what the programs of testdata are expected to show.
//
// A case is a directory GROUP/CASE below the root of a module: a program, or a
// library alone. Its expectations are comments at the end of the line that they
// are about; several stand behind one another, each with its own slashes.
//
//	// behaviour: VERDICT PURPOSE [KIND[:KEY],…] [needs=any|all] [trigger=T] [host=H,…]
//	// finding: RULE[@FILE[:LINE]] …
//	// vet-finding: RULE …      only go vet reports it here
//	// audit-finding: RULE …    only the audit reports it here
//	// own-finding: RULE …      only under the program's own policy; so own-vet-finding, own-audit-finding
//	// builtin-finding: RULE …  only under the built-in policy
//	// blind-spot: KIND         this file is listed so
//	// vet: at-most             go vet may see less than is written, never more
//	// no behaviours            required where there are none
//
// A behaviour comment stands at the site of the send and speaks of the audit.
// PURPOSE is one of design's, or any. Switches are complete, but for those of
// kind caller; no key means any key, and the key of a file is the end of a
// path. In a trigger a colon stands for a blank: command:serve.
//
// A finding stands at its line in both doors. Where the line is elsewhere, or
// two are equally good, @FILE:LINE or @FILE (any line of it) says so; FILE is
// relative to the package, or begins with module@version. Each case states all
// that is found in it, whatever it is about: what is not there is not found.
// DiffFindings and DiffBehaviours compare by these rules.
package expect

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// A Case is one program, or one library alone, with all that it must show.
type Case struct {
	Name       string // GROUP/CASE, the directory below the module's root
	Shows      string // what its package comment says
	VetAtMost  bool   // go vet may report less than Findings, never more
	Behaviours []Behaviour
	Findings   []Finding
	BlindSpots []BlindSpot
}

// A Behaviour is expected of the audit.
type Behaviour struct {
	File     string // relative to the module's root, with slashes
	Line     int
	Verdict  string
	Purpose  string // "any" if it does not matter
	Switches []Switch
	Needs    string // any, all, or empty if not stated
	Trigger  string // empty if not stated
	Hosts    []string
}

// A Switch is expected to decide a behaviour. An empty Key means any key.
type Switch struct{ Kind, Key string }

// A Finding is expected of one door or of both.
type Finding struct {
	Rule string // rule/category
	File string // relative to the module's root, or module@version/path
	Line int    // 0 if any line of File will do
	Doors
	Under Policy // under which policy; empty means any
}

// A Policy is what the rules judge by.
type Policy string

// The two policies.
const (
	Own     Policy = "own"     // the one that lies beside the program
	Builtin Policy = "builtin" // the one that declares nothing
)

// Under returns the case as it is under a policy.
func (c Case) Under(p Policy) Case {
	c.Findings = slices.DeleteFunc(slices.Clone(c.Findings), func(f Finding) bool { return f.Under != "" && f.Under != p })
	return c
}

// Doors says which doors report something.
type Doors struct{ Audit, Vet bool }

// A BlindSpot is expected to be listed.
type BlindSpot struct{ Kind, File string }

// Read returns the cases of the module whose root directory is root, by name.
// Modules below it are left out. The error holds every bad comment with its place.
func Read(root string) ([]Case, error) {
	dirs, err := filepath.Glob(filepath.Join(root, "*", "*"))
	if err != nil {
		return nil, err
	}
	var cases []Case
	var errs []error
	for _, dir := range dirs {
		if !isCase(dir) {
			continue
		}
		c, err := ReadCase(root, dir)
		cases, errs = append(cases, c), append(errs, err)
	}
	return cases, errors.Join(errs...)
}

// isCase reports whether dir holds Go files and is not a module of its own.
func isCase(dir string) bool {
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
		return false
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	return len(files) > 0
}

// ReadCase returns the case in the directory dir of the module at root.
func ReadCase(root, dir string) (Case, error) {
	rel, err := filepath.Rel(root, dir)
	if err != nil {
		return Case{}, err
	}
	r := &reader{root: root, dir: dir}
	r.Name = filepath.ToSlash(rel)
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		return r.file(name)
	})
	if err != nil {
		return r.Case, err
	}
	if len(r.Behaviours) == 0 && !r.none {
		r.errs = append(r.errs, fmt.Errorf("%s: no behaviour is expected: write // no behaviours if that is meant", r.Name))
	}
	if len(r.Behaviours) > 0 && r.none {
		r.errs = append(r.errs, fmt.Errorf("%s: behaviours are expected, so delete // no behaviours", r.Name))
	}
	return r.Case, errors.Join(r.errs...)
}
