// Package gates has decisions of many kinds. The comment of each function names
// the situations in which it acts.
package gates

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

func act() { os.Exit(1) }

func file() string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "gates", "record.json")
}

type record struct {
	Format  int
	Consent string
}

func read() (record, error) {
	text, err := os.ReadFile(file())
	if err != nil {
		return record{}, err
	}
	var r record
	if err := json.Unmarshal(text, &r); err != nil {
		return record{}, err
	}
	return r, nil
}

// Always acts in: env forbidden fresh granted malformed newer plain refused
// revoked system unreadable
func Always() { act() }

// Record acts in: forbidden granted newer plain refused
func Record() {
	if r, err := read(); err == nil && r.Consent == "granted" {
		act()
	}
}

// Known acts in: forbidden granted plain refused
func Known() {
	if r, err := read(); err == nil && r.Format == 1 && r.Consent == "granted" {
		act()
	}
}

// UnlessMissing acts in: forbidden granted malformed newer plain refused
// unreadable
func UnlessMissing() {
	if _, err := read(); !errors.Is(err, fs.ErrNotExist) {
		act()
	}
}

// UnlessRefused acts in: env forbidden fresh granted malformed newer plain
// refused revoked system unreadable
func UnlessRefused() {
	if r, _ := read(); !strings.Contains(r.Consent, "refused") {
		act()
	}
}

// Variable acts in: env granted plain
func Variable() {
	if os.Getenv("GATES_YES") != "" {
		act()
	}
}

// Veto acts in: env forbidden fresh granted malformed newer plain revoked system
// unreadable
func Veto() {
	if os.Getenv("DO_NOT_TRACK") == "" {
		act()
	}
}

// Forbidden acts in: env fresh granted malformed newer plain refused revoked
// system unreadable
func Forbidden() {
	if _, err := os.Stat("/etc/gates/refused"); err != nil {
		act()
	}
}

// A Permission can only be had from Ask.
type Permission struct{ given bool }

// Ask acts in: never, but what it returns is a permission where there is a
// record.
func Ask() Permission {
	if r, err := read(); err == nil && r.Consent == "granted" {
		return Permission{true}
	}
	return Permission{}
}

// Kept acts in: forbidden granted malformed newer plain refused revoked
// unreadable
func Kept(p Permission) {
	if p.given {
		act()
	}
}
