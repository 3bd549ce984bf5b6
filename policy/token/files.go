package token

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// maxFile is the most that any file of ours holds, in bytes.
const maxFile = 4096

var (
	errNoHome  = errors.New("there is no home directory to keep consent in")
	errForeign = errors.New("belongs to somebody else or is open to others; check it, then revoke or rotate")
	errKind    = errors.New("is not a plain file; check it, then revoke or rotate")
	errLarge   = fmt.Errorf("has more than %d bytes; check it, then revoke or rotate", maxFile)
)

// privateDir returns why dir is not a directory of this user's own, or nil.
func privateDir(dir string) error {
	info, err := os.Lstat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errors.New("nobody has agreed yet")
	case err != nil:
		return err
	case !info.IsDir():
		return fmt.Errorf("%s: is not a directory; revoke, then agree again", dir)
	case !ownedByUs(info):
		return fmt.Errorf("%s: %w", dir, errForeign)
	}
	return nil
}

// readPrivate reads a small plain file of this user's own. It follows no
// link, never blocks on a pipe, and its errors say nothing of the content.
func readPrivate(file string) ([]byte, error) {
	info, err := os.Lstat(file)
	if err != nil {
		return nil, err
	}
	return read(file, info, ownedByUs)
}

// readAdmin reads a small plain file that only an administrator or this user
// can have written. Links are followed: some systems have nothing else there.
func readAdmin(file string) ([]byte, error) {
	info, err := os.Stat(file)
	if err != nil {
		return nil, err
	}
	return read(file, info, ownedByAdmin)
}

// read reads the file if it is what info says and trusted, and small.
func read(file string, info fs.FileInfo, trusted func(fs.FileInfo) bool) ([]byte, error) {
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s: %w", file, errKind)
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	opened, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case !os.SameFile(info, opened):
		return nil, fmt.Errorf("%s: %w", file, errKind) // put there between the two looks
	case !trusted(opened):
		return nil, fmt.Errorf("%s: %w", file, errForeign)
	}
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(text) > maxFile {
		return nil, fmt.Errorf("%s: %w", file, errLarge)
	}
	return text, err
}

// create makes the file with all of its content, or leaves the one that is
// there: the content is complete and on disk under another name before the
// final name is linked to it, which only one of many processes can do.
func (s *Store) create(file string, content []byte) error {
	dir := filepath.Dir(file)
	temporary := filepath.Join(dir, ".new-"+random())
	defer os.Remove(temporary)
	if err := s.writeNew(temporary, content); err != nil {
		return err
	}
	if err := os.Link(temporary, file); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	s.syncDir(dir)
	return nil
}

// writeNew writes and syncs a file that did not exist.
func (s *Store) writeNew(file string, content []byte) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, s.sync(f), f.Close())
}

// syncDir makes a new name in dir last. Where directories cannot be synced the
// worst is that a power cut takes the new file with it.
func (s *Store) syncDir(dir string) {
	if d, err := os.Open(dir); err == nil {
		s.sync(d)
		d.Close()
	}
}
