package load

import (
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// ModulesBelow returns the names of the go.mod files of modules that lie below
// what the patterns match, and that the go command leaves out for being modules
// of their own. Where it does not look for packages there is none.
func (p *Program) ModulesBelow(patterns []string) []string {
	var out []string
	for _, pattern := range patterns {
		if top, ok := strings.CutSuffix(pattern, "..."); ok && strings.HasPrefix(pattern, ".") {
			out = append(out, p.modulesIn(filepath.Join(p.Dir, filepath.FromSlash(top)))...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (p *Program) modulesIn(top string) (out []string) {
	_ = filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil && d != nil && d.IsDir():
			return fs.SkipDir // nobody can look for packages there
		case err != nil:
			return nil
		case d.IsDir() && path != top && ignored(d.Name()):
			return fs.SkipDir
		case d.Name() == "go.mod" && !d.IsDir() && !p.isMain(filepath.Dir(path)):
			out = append(out, p.Name(path))
			return fs.SkipDir
		}
		return nil
	})
	return out
}

// ignored reports whether the go command does not look for packages in
// directories of that name.
func ignored(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata" || name == "vendor"
}

func (p *Program) isMain(dir string) bool {
	for _, m := range p.Modules {
		if real, err := filepath.EvalSymlinks(m.Dir); m.Dir == dir || err == nil && real == dir {
			return true
		}
	}
	return false
}
