package load

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/packages"
)

// A namer gives each file the name by which the program's positions know it,
// with slashes on every system:
//
//   - in a main module, relative to the module's root; with several main
//     modules, relative to the directory that holds them all;
//   - in another module, module@version/path, wherever the file came from
//     (module cache, vendor directory, replacement);
//   - a file that the go command made (by cgo, or a test's main) as if it lay
//     in the package's directory, under a name of its own;
//   - outside module mode, relative to the working directory when it is below
//     it, else import/path/file, the import path as written after the last
//     "/vendor/".
type namer struct {
	root  string            // of the main modules, or the working directory
	files map[string]string // name to path, for those named so far
}

func newNamer(dir string, mains []string) *namer {
	root := dir
	for i, main := range mains {
		if i == 0 {
			root = main
		}
		for !within(root, main) {
			root = filepath.Dir(root)
		}
	}
	return &namer{root, map[string]string{}}
}

// names names the files of a package.
func (n *namer) names(pkg *packages.Package, files []string) []string {
	names := make([]string, len(files))
	for i, file := range files {
		if pkg.Dir == "" || within(pkg.Dir, file) {
			names[i] = n.name(pkg, file)
			continue
		}
		names[i] = n.fresh(pkg, filepath.Join(pkg.Dir, fmt.Sprintf("_generated%d.go", i)))
		n.files[names[i]] = file
	}
	return names
}

// name names one file of a package that the go command did not make.
func (n *namer) name(pkg *packages.Package, file string) string {
	name := n.fresh(pkg, file)
	n.files[name] = file
	return name
}

func (n *namer) fresh(pkg *packages.Package, file string) string {
	importPath := pkg.PkgPath
	switch mod := pkg.Module; {
	case mod != nil && !mod.Main:
		prefix := mod.Path
		if mod.Version != "" {
			prefix += "@" + mod.Version
		}
		importPath = prefix + strings.TrimPrefix(importPath, mod.Path)
	case within(n.root, file) && (mod != nil || !strings.Contains(importPath, "/vendor/")):
		rel, err := filepath.Rel(n.root, file)
		if err == nil {
			return filepath.ToSlash(rel)
		}
	default:
		importPath = importPath[strings.LastIndex("/vendor/"+importPath, "/vendor/"):]
	}
	return path.Join(importPath, filepath.Base(file))
}

// within reports whether the file is dir or below it.
func within(dir, file string) bool {
	rel, err := filepath.Rel(dir, file)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
