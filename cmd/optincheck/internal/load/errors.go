package load

import (
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/packages"
)

// summary folds errors into one line.
func summary(errs []string) string {
	switch len(errs) {
	case 0:
		return ""
	case 1:
		return errs[0]
	}
	return fmt.Sprintf("%s (and %d more)", errs[0], len(errs)-1)
}

// listed puts an error of the go command into one line with our file names.
func (g *graph) listed(pkg *packages.Package, err packages.Error) string {
	text := strings.Join(strings.Fields(err.Msg), " ")
	if pkg.Dir != "" {
		dir := path.Dir(g.names.fresh(pkg, filepath.Join(pkg.Dir, "x.go")))
		text = strings.ReplaceAll(text, pkg.Dir, dir)
	}
	text = strings.ReplaceAll(text, g.cfg.Dir+string(filepath.Separator), "")
	if place := g.place(pkg, err.Pos); place != "" {
		return place + ": " + text
	}
	return text
}

// place names a file:line:column that the go command gave relative to the
// working directory.
func (g *graph) place(pkg *packages.Package, pos string) string {
	i := strings.Index(pos, ".go:")
	if i < 0 || pkg.Dir == "" {
		return ""
	}
	file, rest := pos[:i+len(".go")], pos[i+len(".go"):]
	if !filepath.IsAbs(file) {
		file = filepath.Join(g.cfg.Dir, file)
	}
	if !within(pkg.Dir, file) {
		return "" // a place in another package's file
	}
	return g.names.fresh(pkg, file) + rest
}
