package token

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"time"
)

// recordName is the record's file in the directory of its purpose.
const recordName = "consent.json"

// recordFormat is the version of the record's format.
const recordFormat = 1

// granted is the one value of a record's consent that means yes.
const granted = "granted"

// day is how far a clock may be behind before a file counts as from the future.
const day = 24 * time.Hour

// A record is what is kept of an agreement.
type record struct {
	Format  int       `json:"format"`
	Program string    `json:"program"`
	Purpose string    `json:"purpose"`
	Consent string    `json:"consent"`
	Text    int       `json:"text_version"`
	Digest  string    `json:"text_sha256"` // of the text, so that it cannot change under its version
	Time    time.Time `json:"time"`
	Who     string    `json:"who"`
}

var whoPattern = regexp.MustCompile(`^[\pL\pN\pP\pS ]{1,100}$`)

func newRecord(program Program, p Purpose, who string, now time.Time) record {
	return record{
		Format: recordFormat, Program: program.Name, Purpose: p.Name, Consent: granted, Text: p.TextVersion,
		Digest: digest(program.Statement(p.Name)), Time: now.UTC().Truncate(time.Second), Who: who,
	}
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// format returns the file's bytes. There is one way to write a record.
func (r record) format() ([]byte, error) {
	if !whoPattern.MatchString(r.Who) {
		return nil, errors.New("who agreed: write 1 to 100 printable characters")
	}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return nil, err
	}
	return append(text, '\n'), nil
}

// parseRecord reads what format wrote and nothing else: a record that anything
// else touched does not show that a person said yes.
func parseRecord(text []byte) (record, error) {
	var version struct {
		Format int `json:"format"`
	}
	if err := json.Unmarshal(text, &version); err != nil {
		return record{}, errRecord
	}
	if version.Format > recordFormat {
		return record{}, fmt.Errorf("the record has format %d, newer than this program knows; update it, or revoke and agree again", version.Format)
	}
	var r record
	if err := json.Unmarshal(text, &r); err != nil {
		return record{}, errRecord
	}
	again, err := r.format()
	if err != nil || !bytes.Equal(again, text) {
		return record{}, errRecord
	}
	return r, nil
}

var errRecord = errors.New("the record is not as this program writes it; revoke and agree again")

// grants returns why the record does not grant the purpose, or nil.
func (r record) grants(program Program, p Purpose, now time.Time) error {
	switch {
	case r.Format != recordFormat || r.Program != program.Name || r.Purpose != p.Name:
		return errors.New("the record is about something else; revoke and agree again")
	case r.Text != p.TextVersion || r.Digest != digest(program.Statement(p.Name)):
		return fmt.Errorf("text %d was agreed to, and the text is another one now; agree again", r.Text)
	case r.Time.After(now.Add(day)):
		return errors.New("the record is from the future; set the clock, or revoke and agree again")
	}
	switch r.Consent {
	case granted:
		return nil
	default:
		return errors.New("the record does not say that it was granted; agree again")
	}
}
