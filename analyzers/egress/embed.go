package egress

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// embedded returns the files below dir that the patterns of a go:embed
// directive name, as the go command resolves them: sorted, with slashes. A
// pattern that the go command would reject names nothing.
func embedded(dir, list string) []string {
	tree := os.DirFS(dir)
	var names []string
	for _, pattern := range patterns(list) {
		pattern, all := strings.CutPrefix(pattern, "all:")
		matches, err := fs.Glob(tree, path.Clean(pattern))
		if err != nil {
			continue
		}
		for _, m := range matches {
			names = append(names, below(dir, tree, m, all)...)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// below returns a file, or the files of a directory without those that begin
// with a dot or an underscore, unless all are wanted. Another module's
// directory is left out.
func below(dir string, tree fs.FS, root string, all bool) []string {
	var names []string
	fs.WalkDir(tree, root, func(name string, d fs.DirEntry, err error) error {
		base := path.Base(name)
		switch {
		case err != nil:
			return fs.SkipDir
		case name != root && !all && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_")):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
			if _, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name), "go.mod")); err == nil && name != "." {
				return fs.SkipDir
			}
		case d.Type().IsRegular():
			names = append(names, name)
		}
		return nil
	})
	return names
}

// patterns splits what stands behind go:embed; a pattern may be quoted.
func patterns(list string) []string {
	var out []string
	for list = strings.TrimSpace(list); list != ""; list = strings.TrimSpace(list) {
		quoted, err := strconv.QuotedPrefix(list)
		if err != nil {
			word, rest, _ := strings.Cut(strings.ReplaceAll(list, "\t", " "), " ")
			out, list = append(out, word), rest
			continue
		}
		if word, err := strconv.Unquote(quoted); err == nil {
			out = append(out, word)
		}
		list = list[len(quoted):]
	}
	return out
}
