package eval

import (
	"path"
	"slices"
	"strings"
)

// configDirs are where the configuration of all users is kept.
var configDirs = []string{"/etc/", "/usr/local/etc/"}

// notYet reports whether nothing is in a file on a fresh install: it lies below
// the user's own directories, or it is a configuration file for all users that
// is named for the program, as a package that reads it is. (What the program's
// package puts there the policy's Installed field says.)
func notYet(file, pkg string) bool {
	if isUsers(file) {
		return true
	}
	for _, dir := range configDirs {
		if rest, ok := strings.CutPrefix(file, dir); ok {
			first, _, _ := strings.Cut(rest, "/")
			name := strings.TrimSuffix(first, path.Ext(first))
			return slices.Contains(strings.Split(pkg, "/"), name)
		}
	}
	return false
}
