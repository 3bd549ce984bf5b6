package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// checkOut writes the files of a git revision into a temporary directory, and
// returns what is there in place of dir. Neither the work tree nor the index
// of the repository is touched, and no attribute of a file (export-ignore)
// leaves it out.
func (s *session) checkOut(dir, revision string) (path string, remove func(), err error) {
	top, err := s.git(dir, nil, "rev-parse", "--show-toplevel")
	if err != nil {
		return "", nil, errRevision(revision, err)
	}
	commit, err := s.git(dir, nil, "rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return "", nil, errRevision(revision, err)
	}
	prefix, err := s.git(dir, nil, "rev-parse", "--show-prefix")
	if err != nil {
		return "", nil, errRevision(revision, err)
	}
	tmp, err := os.MkdirTemp("", "optincheck-diff-")
	if err != nil {
		return "", nil, err
	}
	remove = func() { os.RemoveAll(tmp) }
	if err := s.writeTree(top, commit, tmp); err != nil {
		remove()
		return "", nil, errRevision(revision, err)
	}
	return filepath.Join(tmp, "tree", filepath.FromSlash(prefix)), remove, nil
}

// writeTree writes a commit to the folder tree in tmp, by an index of its own.
func (s *session) writeTree(top, commit, tmp string) error {
	index := []string{"GIT_INDEX_FILE=" + filepath.Join(tmp, "index")}
	if _, err := s.git(top, index, "read-tree", commit); err != nil {
		return err
	}
	_, err := s.git(top, index, "checkout-index", "--all", "--prefix="+filepath.ToSlash(filepath.Join(tmp, "tree"))+"/")
	return err
}

// git runs git in a directory and returns what it prints, without the line end.
func (s *session) git(dir string, env []string, args ...string) (string, error) {
	cmd := exec.Command("git", args...)
	cmd.Dir, cmd.Env = dir, append(append([]string(nil), s.env...), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if text := strings.TrimSpace(stderr.String()); err != nil && text != "" {
		err = errors.New(text)
	}
	return strings.TrimRight(string(out), "\r\n"), err
}
