package token

import (
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	randomBytes = 17 // 136 bits, of which the characters below hold 132
	valueLength = 22
	tries       = 100 // of a look at files that others replace meanwhile
)

var (
	errMalformed = errors.New("malformed")
	errShort     = errors.New("shorter than a token")
	errNotMinted = errors.New("not minted yet")
	errFuture    = errors.New("is from the future; set the clock, or rotate")
)

// Random returns a value for an administrator to set as an organisation's or a
// machine's token: 132 random bits as 22 characters. Nothing is stored. It is
// the one function that mints without a grant, since it is about nobody: what
// it returns travels only where a user has agreed to that kind of token.
func Random() string { return random() }

func random() string {
	var b [randomBytes]byte
	rand.Read(b[:]) // never fails: it ends the program rather than return less than random bytes
	return base64.RawURLEncoding.EncodeToString(b[:])[:valueLength]
}

// stored returns the value kept under name beside the consent record. With
// mint, one that is missing, too short or too old is replaced.
//
// Values are kept in numbered files, name.1, name.2 and so on, of which the
// highest counts. Replacing one means creating the next number, which only one
// of many processes can do; the others find theirs taken and read again. A
// single name would have to be emptied first, and two processes could do so
// one after the other, each deleting what the other has begun to use.
func (g Grant) stored(name string, mint bool) (string, error) {
	for range tries {
		if err := g.check(); err != nil {
			return "", err
		}
		dir := g.held.store.purposeDir(g.held.purpose.Name)
		number, err := newest(dir, name)
		if err != nil {
			return "", err
		}
		value, err := g.load(dir, name, number)
		switch {
		case err == nil:
			return value, nil
		case errors.Is(err, fs.ErrNotExist):
			continue // replaced between the two looks
		case !errors.Is(err, errNotMinted) || !mint:
			return "", err
		}
		if err := g.mint(dir, name, number+1); err != nil {
			return "", err
		}
	}
	return "", fmt.Errorf("the %s token changes faster than it can be read; try again", name)
}

// newest is the highest number under which a value is kept; 0 if none is.
func newest(dir, name string) (int, error) {
	entries, err := os.ReadDir(dir)
	highest := 0
	for _, e := range entries {
		highest = max(highest, numberOf(e.Name(), name))
	}
	return highest, err
}

// numberOf is the number of a value's file; 0 if it is not one of name.
func numberOf(file, name string) int {
	digits, ok := strings.CutPrefix(file, name+".")
	number, err := strconv.Atoi(digits)
	if !ok || err != nil || number < 1 || digits != strconv.Itoa(number) {
		return 0
	}
	return number
}

// load reads the value of that number, and says errNotMinted where a new one
// is due.
func (g Grant) load(dir, name string, number int) (string, error) {
	if number == 0 {
		return "", errNotMinted
	}
	file := filepath.Join(dir, numbered(name, number))
	text, err := readPrivate(file)
	if err != nil {
		return "", err
	}
	value, minted, err := parseStored(string(text))
	now := g.held.store.now()
	switch {
	case errors.Is(err, errShort):
		return "", fmt.Errorf("%s: %w: %w", file, err, errNotMinted)
	case err != nil:
		return "", fmt.Errorf("%s: %w; rotate to replace it", file, err)
	case minted.After(now.Add(day)):
		return "", fmt.Errorf("%s: %w", file, errFuture)
	case g.held.purpose.tooOld(minted, now):
		return "", errNotMinted
	}
	return value, nil
}

// tooOld reports whether what was minted then is due to be replaced now.
func (p Purpose) tooOld(minted, now time.Time) bool {
	return p.MaxAgeDays > 0 && now.Sub(minted) >= time.Duration(p.MaxAgeDays)*day
}

func numbered(name string, number int) string { return name + "." + strconv.Itoa(number) }

// parseStored reads a value and the day on which it was minted, in UTC: the
// first line that is not blank, cut at its first space. A file without a day
// is as old as can be.
func parseStored(text string) (value string, minted time.Time, err error) {
	value, rest := firstLine(text)
	switch {
	case value != "" && !valuePattern.MatchString(value):
		return "", time.Time{}, errMalformed
	case len(value) < valueLength:
		return "", time.Time{}, errShort
	case rest == "":
		return value, time.Time{}, nil
	}
	if minted, err = time.Parse(time.DateOnly, rest); err != nil {
		return "", time.Time{}, errMalformed
	}
	return value, minted, nil
}

// firstLine returns the first word of the first line that is not blank, and
// the rest of that line. What follows is for comments.
func firstLine(text string) (word, rest string) {
	line, _, _ := strings.Cut(strings.TrimLeft(text, " \t\r\n"), "\n")
	word, rest, _ = strings.Cut(strings.TrimSpace(line), " ")
	return word, rest
}

// mint creates a value under that number, or leaves another's, and removes
// those that it replaces.
func (g Grant) mint(dir, name string, number int) error {
	today := g.held.store.now().UTC().Format(time.DateOnly)
	if err := g.held.store.create(filepath.Join(dir, numbered(name, number)), []byte(random()+" "+today+"\n")); err != nil {
		return err
	}
	for old := number - 1; old > 0; old-- {
		if err := os.Remove(filepath.Join(dir, numbered(name, old))); err != nil {
			break // it and those before were removed already
		}
	}
	return nil
}

// Rotate deletes the identifiers of the grant's purpose. New ones, with
// nothing in common, are minted when they are next needed. It also removes
// what is malformed.
func Rotate(g Grant) error {
	if err := g.check(); err != nil {
		return err
	}
	g.held.store.forget(g.held.purpose.Name)
	dir := g.held.store.purposeDir(g.held.purpose.Name)
	entries, err := os.ReadDir(dir)
	errs := []error{err}
	for _, e := range entries {
		if e.Name() != recordName {
			errs = append(errs, os.RemoveAll(filepath.Join(dir, e.Name())))
		}
	}
	return errors.Join(errs...)
}
