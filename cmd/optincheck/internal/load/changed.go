package load

import (
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/tools/go/packages"
)

// A Group is the packages of one module that a change touches.
type Group struct {
	Dir      string   // the module's root
	Packages []string // import paths, or ./... if all are touched
}

// Changed returns the packages of the files, and those that import them,
// directly or not. A file that is not Go code counts for the package above it,
// which may embed it; a go.mod, go.sum or policy changes all packages of its
// module. Other files that are in no package change nothing.
func Changed(cfg Config, files []string) ([]Group, error) {
	byRoot := map[string][]string{}
	for _, file := range files {
		path, err := filepath.Abs(filepath.Join(cfg.Dir, file))
		if filepath.IsAbs(file) {
			path = file
		}
		if err != nil {
			return nil, err
		}
		if root := moduleRoot(path); root != "" {
			byRoot[root] = append(byRoot[root], path)
		}
	}
	var groups []Group
	for _, root := range slices.Sorted(maps.Keys(byRoot)) {
		paths, err := cfg.changedIn(root, byRoot[root])
		if err != nil {
			return nil, err
		}
		if len(paths) > 0 {
			groups = append(groups, Group{root, paths})
		}
	}
	return groups, nil
}

// moduleRoot returns the directory of the go.mod above a file, or "".
func moduleRoot(path string) string {
	for dir := filepath.Dir(path); ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return ""
		}
	}
}

// changedIn returns the packages of one module that the files touch.
func (cfg Config) changedIn(root string, files []string) ([]string, error) {
	for _, file := range files {
		switch filepath.Base(file) {
		case "go.mod", "go.sum", "optin.policy":
			return []string{"./..."}, nil
		}
	}
	cfg.Dir, cfg.Tests = root, false
	pkgs, err := list(&cfg, token.NewFileSet(), packages.NeedName|packages.NeedFiles|packages.NeedImports, []string{"./..."})
	if err != nil {
		return nil, err
	}
	dirs := packageDirs(root, pkgs, files)
	touched := map[*packages.Package]bool{}
	var paths []string
	packages.Visit(pkgs, nil, func(pkg *packages.Package) { // imports come first
		touched[pkg] = dirs[pkg.Dir]
		for _, imp := range pkg.Imports {
			touched[pkg] = touched[pkg] || touched[imp]
		}
	})
	for _, pkg := range pkgs {
		if touched[pkg] {
			paths = append(paths, pkg.PkgPath)
		}
	}
	slices.Sort(paths)
	return paths, nil
}

// packageDirs returns the directories of the packages that the files are in.
func packageDirs(root string, pkgs []*packages.Package, files []string) map[string]bool {
	known, dirs := map[string]bool{}, map[string]bool{}
	for _, pkg := range pkgs {
		known[pkg.Dir] = true
	}
	for _, file := range files {
		dir := filepath.Dir(file)
		for filepath.Ext(file) != ".go" && !known[dir] && dir != root {
			dir = filepath.Dir(dir)
		}
		dirs[dir] = true
	}
	return dirs
}
