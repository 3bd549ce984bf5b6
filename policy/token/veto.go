package token

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// refusalName is the file of an administrator that refuses for everybody.
const refusalName = "optin-refused"

var errDoNotTrack = errors.New("DO_NOT_TRACK is set")

// trackingRefused reports whether DO_NOT_TRACK is set, to whatever value: a
// variable can take consent away, and none can give it.
func (s *Store) trackingRefused() bool { return s.getenv("DO_NOT_TRACK") != "" }

// Vetoed returns the veto that holds for all purposes, or nil. While there is
// one it is in vain to ask.
func (s *Store) Vetoed() error {
	if s.trackingRefused() {
		return errDoNotTrack
	}
	return s.refused()
}

// refused looks for the file of an administrator, for all programs and for
// this one. Whatever stands there refuses, and so does not being able to look.
func (s *Store) refused() error {
	for _, dir := range s.system {
		for _, name := range []string{refusalName, filepath.Join(s.program.Name, refusalName)} {
			file := filepath.Join(dir, name)
			if _, err := os.Lstat(file); !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("%s refuses for everybody on this machine", file)
			}
		}
	}
	return nil
}
