// Package quilt reads and extends the patches of a Debian source package
// (debian/patches, source format 3.0 quilt) without changing the package's tree.
package quilt

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A Series is the patches of a source package.
type Series struct {
	Dir  string // debian/patches, absolute
	Root string // of the source package
}

// Open returns the series in a directory, which must lie in debian below the
// root of a source package.
func Open(dir string) (*Series, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	debian := filepath.Dir(dir)
	if filepath.Base(debian) != "debian" {
		return nil, fmt.Errorf("%s is not in the directory debian of a source package", dir)
	}
	if info, err := os.Stat(debian); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("there is no directory %s", debian)
	}
	return &Series{Dir: dir, Root: filepath.Dir(debian)}, nil
}

// A patch is one line of the series.
type patch struct{ name, strip string }

func (s *Series) patches() ([]patch, error) {
	text, err := os.ReadFile(filepath.Join(s.Dir, "series"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var all []patch
	for line := range strings.Lines(string(text)) {
		line, _, _ = strings.Cut(line, " #")
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		p := patch{fields[0], "-p1"}
		for _, option := range fields[1:] {
			if strings.HasPrefix(option, "-p") {
				p.strip = option
			}
		}
		all = append(all, p)
	}
	return all, err
}

// Patched returns a directory with the tree as it is with all patches applied:
// the root itself if they are, else a copy, which done removes.
func (s *Series) Patched() (dir string, done func(), err error) {
	missing, err := s.missing()
	if err != nil || len(missing) == 0 {
		return s.Root, func() {}, err
	}
	dir, err = os.MkdirTemp("", "optincheck-quilt-")
	if err != nil {
		return "", nil, err
	}
	done = func() { os.RemoveAll(dir) }
	if err := copyTree(dir, s.Root); err != nil {
		done()
		return "", nil, err
	}
	for _, p := range missing {
		if out, err := s.patch(dir, p); err != nil {
			done()
			return "", nil, fmt.Errorf("%s does not apply: %w\n%s", filepath.Join(s.Dir, p.name), err, out)
		}
	}
	return dir, done, nil
}

// missing returns the patches that are not applied to the tree: quilt and
// dpkg-source list those that are; without a list, the last patch says.
func (s *Series) missing() ([]patch, error) {
	all, err := s.patches()
	if err != nil || len(all) == 0 {
		return nil, err
	}
	applied, err := os.ReadFile(filepath.Join(s.Root, ".pc", "applied-patches"))
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := s.patch(s.Root, all[len(all)-1], "--dry-run", "--reverse", "--force"); err == nil {
			return nil, nil
		}
		return all, nil
	}
	if err != nil {
		return nil, err
	}
	names := strings.Fields(string(applied))
	return slices.DeleteFunc(all, func(p patch) bool { return slices.Contains(names, p.name) }), nil
}

// patch applies one patch as dpkg-source does.
func (s *Series) patch(dir string, p patch, options ...string) (string, error) {
	args := append([]string{"-t", "-F", "0", "-s", p.strip, "-u", "-V", "never", "-i", filepath.Join(s.Dir, p.name)}, options...)
	if len(options) == 0 {
		args = append(args, "-N")
	}
	cmd := exec.Command("patch", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if errors.Is(err, exec.ErrNotFound) {
		err = errors.New("there is no command patch; install the package patch")
	}
	return string(out), err
}

// Add writes a patch under a name that is not taken yet, like name.patch, and
// puts it at the end of the series. It returns the file.
func (s *Series) Add(name, text string) (string, error) {
	if err := os.MkdirAll(s.Dir, 0o755); err != nil {
		return "", err
	}
	file := name + ".patch"
	for i := 2; ; i++ {
		f, err := os.OpenFile(filepath.Join(s.Dir, file), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			file = fmt.Sprintf("%s-%d.patch", name, i)
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.WriteString(text)
		if err := errors.Join(err, f.Close()); err != nil {
			return "", err
		}
		break
	}
	return filepath.Join(s.Dir, file), s.append(file)
}

func (s *Series) append(file string) error {
	series := filepath.Join(s.Dir, "series")
	old, err := os.ReadFile(series)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(old) > 0 && old[len(old)-1] != '\n' {
		old = append(old, '\n')
	}
	return os.WriteFile(series, append(old, file+"\n"...), 0o644)
}

// copyTree copies a source tree without what version control and quilt keep
// there.
func copyTree(to, from string) error {
	return filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		if rel == ".git" || rel == ".pc" {
			if d.IsDir() {
				return filepath.SkipDir
			}
			return nil
		}
		target := filepath.Join(to, rel)
		switch {
		case d.IsDir():
			return os.MkdirAll(target, 0o700)
		case d.Type()&fs.ModeSymlink != 0:
			link, err := os.Readlink(path)
			if err != nil {
				return err
			}
			return os.Symlink(link, target)
		case d.Type().IsRegular():
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			return os.WriteFile(target, text, 0o600)
		}
		return nil
	})
}
