package discover

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/optincheck/optincheck/policy"
)

// A File is a policy file that a run could read.
type File struct {
	Path   string
	Name   string // below its module's root, with slashes; equal to Path if the environment gives it
	Data   []byte
	Exists bool // false for a place where a policy could appear
}

// All returns the policy files that the go command's run in dir could make
// [For] read, those that are missing included: the file that the environment
// gives, or those of the module that dir is in and of each module that the
// governing go.work uses. It is rather one too many than one too few. A file
// that is there and cannot be read is an error.
func All(env Env, dir string) ([]File, error) {
	given, err := env.given()
	if err != nil {
		return nil, err
	}
	if given != "" {
		data, err := read(given)
		if err != nil {
			return nil, err
		}
		return []File{{given, given, data, true}}, nil
	}
	if env.Policy != "" {
		return nil, nil
	}
	roots, err := roots(env, dir)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, root := range roots {
		some, err := candidates(root)
		if err != nil {
			return nil, err
		}
		files = append(files, some...)
	}
	return files, nil
}

// candidates returns the places that decide the policy of the module in root:
// up to and including the first that exists.
func candidates(root string) ([]File, error) {
	found, err := Find(root)
	if err != nil {
		return nil, err
	}
	var files []File
	for _, name := range names {
		f := File{Path: filepath.Join(root, filepath.FromSlash(name)), Name: name}
		if f.Path == found {
			f.Exists = true
			f.Data, err = read(found)
			return append(files, f), err
		}
		files = append(files, f)
	}
	return files, nil
}

// roots returns the roots of the main modules of a run in dir, sorted.
func roots(env Env, dir string) ([]string, error) {
	var roots []string
	root, err := moduleRoot(dir)
	if err != nil {
		return nil, err
	}
	if root != "" {
		roots = append(roots, root)
	}
	work := env.Work
	switch {
	case work == "off":
		work = ""
	case work == "":
		if work, err = upwards(dir, "go.work"); err != nil {
			return nil, err
		}
	case !filepath.IsAbs(work):
		return nil, fmt.Errorf("GOWORK is %q; give it the absolute path of a go.work file, or the word off, or unset it", work)
	}
	if work != "" {
		data, err := os.ReadFile(work)
		if err != nil {
			return nil, fmt.Errorf("read the workspace: %w", err)
		}
		roots = append(roots, uses(filepath.Dir(work), string(data))...)
	}
	slices.Sort(roots)
	return slices.Compact(roots), nil
}

// uses returns the directories that a go.work file in dir uses. What is wrong
// with the file is for the go command to say.
func uses(dir, text string) []string {
	var dirs []string
	block := "" // the directive whose parentheses are open
	for line := range strings.SplitSeq(text, "\n") {
		line, _, _ = strings.Cut(line, "//")
		line = strings.TrimSpace(line)
		verb := block
		if block == "" {
			i := strings.IndexAny(line+" ", " \t(\"`")
			verb, line = line[:i], strings.TrimSpace(line[i:])
		}
		switch {
		case block == "" && strings.HasPrefix(line, "("):
			block = verb
		case line == ")":
			block = ""
		case verb == "use" && line != "":
			dirs = append(dirs, below(dir, line))
		}
	}
	return dirs
}

// below returns the directory that go.work in dir calls path, quoted or not.
func below(dir, path string) string {
	if s, err := strconv.Unquote(path); err == nil {
		path = s
	}
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(dir, path)
}

// BuildID returns what a vet tool that is asked for its version in dir must
// make part of its build ID. It depends on the bytes of the policies, on where
// below their modules they are, and on which overrides are over on the day of
// now; not on where the modules are. An error in any of the policies stops the
// run here, where the go command shows it.
func BuildID(env Env, dir string, now time.Time) (string, error) {
	files, err := All(env, dir)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%q %t %d\n", f.Name, f.Exists, len(f.Data))
		h.Write(f.Data)
		if !f.Exists {
			continue
		}
		p, err := policy.Parse(f.Path, f.Data)
		if err != nil {
			return "", err
		}
		for i := range p.Overrides {
			fmt.Fprintf(h, "%t\n", p.Overrides[i].ExpiredOn(now))
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}
