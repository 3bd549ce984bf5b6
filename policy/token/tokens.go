package token

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// maxValues is how many values of one kind an administrator can set.
const maxValues = 8

// permits returns why the grant does not cover tokens of that kind, or nil.
func (g Grant) permits(kind Kind) error {
	if err := g.check(); err != nil {
		return err
	}
	if !g.held.purpose.carries(kind) {
		return fmt.Errorf("%w: the text of %s says nothing of a token for the %s", ErrNoConsent, g.held.purpose.Name, kind)
	}
	return nil
}

// ClientToken returns the token of this user's installation, minting it when
// it is first needed. On an error there is no token.
func ClientToken(g Grant) (Token, error) { return storedToken(g, Client, "client", true) }

// EnvironmentToken returns the token of a directory of the application's,
// minting it when it is first needed. It is kept with the consent record, not
// in the directory, so that it cannot be copied to somebody who did not agree.
// A path that is empty or relative names no environment and has no token.
func EnvironmentToken(g Grant, dir string) (Token, error) { return environmentToken(g, dir, true) }

func environmentToken(g Grant, dir string, mint bool) (Token, error) {
	if !filepath.IsAbs(dir) {
		return Token{}, errors.New("no environment: its directory is not an absolute path")
	}
	// The sum is the name of a local file; it never travels.
	sum := sha256.Sum256([]byte(filepath.Clean(dir)))
	return storedToken(g, Environment, "environment-"+hex.EncodeToString(sum[:16]), mint)
}

func storedToken(g Grant, kind Kind, name string, mint bool) (Token, error) {
	if err := g.permits(kind); err != nil {
		return Token{}, err
	}
	value, err := g.stored(name, mint)
	if err != nil {
		return Token{}, err
	}
	return newToken(kind, value)
}

// SessionToken returns the token of this process, the same for as long as the
// grant holds. It is not stored.
func SessionToken(g Grant) (Token, error) {
	if err := g.permits(Session); err != nil {
		return Token{}, err
	}
	s := g.held.store
	s.mu.Lock()
	defer s.mu.Unlock()
	if t, ok := s.sessions[g.held.purpose.Name]; ok {
		return t, nil
	}
	t, err := newToken(Session, random())
	s.sessions[g.held.purpose.Name] = t
	return t, err
}

// AccountToken returns the token for an account that the user is logged in
// with, by whatever the application knows it. The text agreed to has to speak
// of it: a log-in is not consent.
func AccountToken(g Grant, account string) (Token, error) {
	if err := g.permits(Account); err != nil {
		return Token{}, err
	}
	return newToken(Account, account)
}

// OrganisationTokens returns what an administrator set for the organisation:
// PROGRAM_ORG_TOKEN in the environment, then files org_token of the program's
// directory in each system directory, then in the user's own. Each value once,
// in that order; what a header may not carry is left out.
func OrganisationTokens(g Grant) ([]Token, error) { return setTokens(g, Organisation, "org_token") }

// MachineTokens returns what an administrator set for the machine, found like
// those of [OrganisationTokens] under the name machine_token.
func MachineTokens(g Grant) ([]Token, error) { return setTokens(g, Machine, "machine_token") }

func setTokens(g Grant, kind Kind, name string) ([]Token, error) {
	if err := g.permits(kind); err != nil {
		return nil, err
	}
	var tokens []Token
	var seen []string
	for _, value := range g.held.store.setValues(name) {
		t, err := newToken(kind, value)
		if err != nil || slices.Contains(seen, value) || len(seen) == maxValues {
			continue
		}
		tokens, seen = append(tokens, t), append(seen, value)
	}
	return tokens, nil
}

// setValues are the values that an administrator may have set under a name.
func (s *Store) setValues(name string) []string {
	variable := strings.ReplaceAll(strings.ToUpper(s.program.Name+"_"+name), "-", "_")
	values := []string{s.getenv(variable)}
	dirs := make([]string, 0, len(s.system)+1)
	for _, dir := range s.system {
		dirs = append(dirs, filepath.Join(dir, s.program.Name))
	}
	for _, dir := range append(dirs, filepath.Dir(s.dir)) {
		if text, err := readAdmin(filepath.Join(dir, name)); err == nil {
			value, _ := firstLine(string(text))
			values = append(values, value)
		}
	}
	return values
}
