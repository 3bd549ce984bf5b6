package main

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/optincheck/optincheck/policy"
)

// locator returns a function that names the files of places from the root of
// the repository, which is what hosts of repositories understand; false is for
// files outside of it.
func (r *result) locator() func(string) (string, bool) {
	root := repository(r.prog.Root())
	return func(name string) (string, bool) {
		file, ok := r.prog.Path(name)
		if name == r.policy.File && r.policy.Origin == policy.Given {
			file, ok = name, true
		}
		if abs, err := filepath.Abs(file); err == nil {
			file = abs
		}
		rel, err := filepath.Rel(root, file)
		if !ok || err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			return name, false
		}
		return filepath.ToSlash(rel), true
	}
}

// repository returns the root of the repository that dir is in, and dir itself
// if there is none.
func repository(dir string) string {
	for up := dir; ; up = filepath.Dir(up) {
		if _, err := os.Lstat(filepath.Join(up, ".git")); err == nil {
			return up
		}
		if up == filepath.Dir(up) {
			return dir
		}
	}
}

var (
	sourceField = regexp.MustCompile(`(?m)^Source:[ \t]*(\S+)[ \t]*$`)
	major       = regexp.MustCompile(`^v[0-9]+$`)
)

// sourcePackage returns the name of the Debian source package that is audited;
// outside of one, the last element of the module path.
func (r *result) sourcePackage() string {
	for _, dir := range []string{r.prog.Root(), r.prog.Dir, "."} {
		control, err := os.ReadFile(filepath.Join(dir, "debian", "control"))
		if err != nil {
			continue
		}
		if m := sourceField.FindSubmatch(control); m != nil {
			return string(m[1])
		}
	}
	module := r.start.Module
	if len(r.prog.Modules) == 0 && len(r.start.Programs) > 0 {
		module = r.start.Programs[0] // no modules: the program's import path
	}
	if base := path.Base(module); !major.MatchString(base) {
		return base
	}
	return path.Base(path.Dir(module))
}
