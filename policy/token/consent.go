package token

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// ErrNoConsent is wrapped by every error that says: no consent, so nothing was
// minted, read or sent.
var ErrNoConsent = errors.New("no consent")

// A Grant is the permission to do something for one purpose. Whatever mints,
// reads, shows or sends an identifier takes one. It can only be had from a
// [Store], its zero value permits nothing, and it is looked up again at each
// use, so that taking consent back holds at once and in every process.
type Grant struct {
	held *held
}

type held struct {
	store   *Store
	purpose Purpose
}

// Valid reports whether the grant permits its purpose now. It is the one gate:
// everything that takes a Grant goes through it.
func (g Grant) Valid() bool {
	return g.held != nil && g.held.store.check(g.held.purpose) == nil
}

// check returns why the grant does not hold now, or nil.
func (g Grant) check() error {
	if g.Valid() {
		return nil
	}
	if g.held == nil {
		return fmt.Errorf("%w: nobody was asked", ErrNoConsent)
	}
	if err := g.held.store.check(g.held.purpose); err != nil {
		return err
	}
	return ErrNoConsent // a moment ago
}

// Config says where a Store finds things. Its zero value is what programs want.
type Config struct {
	Dir    string                   // the user's configuration directory; empty means the platform's
	System []string                 // directories of the administrator beyond the platform's; they only add refusals and tokens
	Getenv func(name string) string // the environment; nil means os.Getenv
	Now    func() time.Time         // the clock; nil means time.Now
}

// A Store keeps the user's consent: for each purpose one directory, which
// holds the record of what was agreed to and beside it the identifiers that
// were minted under it. It is safe for concurrent use, also by many processes.
type Store struct {
	program Program
	dir     string // of this program's records; empty if there is no home
	system  []string
	getenv  func(string) string
	now     func() time.Time
	sync    func(*os.File) error // (*os.File).Sync, watched by tests

	mu       sync.Mutex
	sessions map[string]Token // session token by purpose
}

// Open returns the consent store of a program. It reads and creates nothing;
// the error is about the description of the program.
func Open(program Program, config Config) (*Store, error) {
	if err := program.validate(); err != nil {
		return nil, err
	}
	s := &Store{program: program, getenv: config.Getenv, now: config.Now, sync: (*os.File).Sync, sessions: map[string]Token{}}
	if s.getenv == nil {
		s.getenv = os.Getenv
	}
	if s.now == nil {
		s.now = time.Now
	}
	dir := config.Dir
	if dir == "" {
		dir = userDir(goos, s.getenv)
	}
	if dir != "" {
		s.dir = filepath.Join(dir, program.Name, "optin")
	}
	s.system = append(systemDirs(goos, s.getenv), config.System...)
	return s, nil
}

// Grant returns the grant for a purpose if the user has agreed to its present
// text and nothing vetoes it, and else the zero Grant. It reads the record of
// that purpose and no other file, and never fails.
func (s *Store) Grant(purpose string) Grant {
	p, ok := s.program.purpose(purpose)
	if !ok || s.check(p) != nil {
		return Grant{}
	}
	return Grant{&held{s, p}}
}

// check returns why the purpose is not granted, or nil.
func (s *Store) check(p Purpose) error {
	err := s.recorded(p)
	if err == nil {
		err = s.refused()
	}
	if err != nil {
		s.forget(p.Name)
		return fmt.Errorf("%w for %s: %w", ErrNoConsent, p.Name, err)
	}
	return nil
}

// recorded returns why the purpose's record does not say yes, or nil.
func (s *Store) recorded(p Purpose) error {
	if s.trackingRefused() {
		return errDoNotTrack
	}
	r, err := s.record(p.Name)
	if err != nil {
		return err
	}
	return r.grants(s.program, p, s.now())
}

// record reads the record of a purpose.
func (s *Store) record(purpose string) (record, error) {
	if s.dir == "" {
		return record{}, errNoHome
	}
	if err := privateDir(s.purposeDir(purpose)); err != nil {
		return record{}, err
	}
	text, err := readPrivate(s.recordFile(purpose))
	if err != nil {
		return record{}, err
	}
	return parseRecord(text)
}

func (s *Store) purposeDir(purpose string) string { return filepath.Join(s.dir, purpose) }
func (s *Store) recordFile(purpose string) string { return filepath.Join(s.dir, purpose, recordName) }

// Agree records that a person agreed to a purpose, and returns the grant.
// Shown is the text that was put before them and must be [Program.Statement];
// who says in a few words who answered and how. Call it for a typed yes only:
// not for an empty answer, not for a default, a log-in or an environment
// variable. Whatever an earlier agreement left behind is deleted first.
func (s *Store) Agree(purpose, shown, who string) (Grant, error) {
	p, ok := s.program.purpose(purpose)
	switch {
	case !ok:
		return Grant{}, fmt.Errorf("%s has no purpose %q", s.program.Name, purpose)
	case shown != s.program.Statement(purpose):
		return Grant{}, fmt.Errorf("%s: the text shown is not the one to agree to; show Program.Statement", purpose)
	case s.dir == "":
		return Grant{}, errNoHome
	}
	if g := s.Grant(purpose); g.held != nil {
		return g, nil
	}
	if err := s.Vetoed(); err != nil {
		return Grant{}, err
	}
	text, err := newRecord(s.program, p, who, s.now()).format()
	if err != nil {
		return Grant{}, err
	}
	return s.write(p, text)
}

// write puts the record in a new directory of its own.
func (s *Store) write(p Purpose, text []byte) (Grant, error) {
	if err := s.Revoke(p.Name); err != nil {
		return Grant{}, err
	}
	if err := os.MkdirAll(s.purposeDir(p.Name), 0o700); err != nil {
		return Grant{}, err
	}
	if err := s.create(s.recordFile(p.Name), text); err != nil {
		return Grant{}, err
	}
	if err := s.check(p); err != nil {
		return Grant{}, err
	}
	return Grant{&held{s, p}}, nil
}

// Revoke takes consent back for a purpose and deletes its identifiers. Both
// live in one directory, which goes in one step: it is renamed, so that
// nothing can be read from it or minted into it any more, and then removed.
// It needs no grant, also removes what is malformed, and finding nothing there
// is no error. On an error it says which directory to remove by hand.
func (s *Store) Revoke(purpose string) error {
	s.forget(purpose)
	if s.dir == "" || !namePattern.MatchString(purpose) {
		return nil
	}
	dir := s.purposeDir(purpose)
	gone := filepath.Join(s.dir, goneName+purpose+"."+random())
	if err := os.Rename(dir, gone); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot revoke %s, remove %s by hand: %w", purpose, dir, err)
	}
	if err := s.sweep(purpose); err != nil {
		return fmt.Errorf("%s is revoked, but its files remain; remove them by hand: %w", purpose, err)
	}
	os.Remove(s.dir)               // both only if empty now,
	os.Remove(filepath.Dir(s.dir)) // so that nothing is left behind
	return nil
}

// goneName begins the name of a directory on its way to removal.
const goneName = ".gone-"

// sweep removes what this revocation, or one that was cut short, renamed.
func (s *Store) sweep(purpose string) error {
	entries, err := os.ReadDir(s.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	var errs []error
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), goneName+purpose+".") {
			errs = append(errs, os.RemoveAll(filepath.Join(s.dir, e.Name())))
		}
	}
	return errors.Join(errs...)
}

// forget drops the session token of a purpose.
func (s *Store) forget(purpose string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.sessions, purpose)
}
