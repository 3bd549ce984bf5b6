// Package checkpoint is a library whose check a positive variable or its
// caller starts: what the caller decides is the caller's.
package checkpoint

import (
	"net/http"
	"os"
)

// Params says what to check.
type Params struct {
	Product string
	Force   bool
}

// Check asks for the newest version.
func Check(p *Params) error {
	if os.Getenv("X_ENABLE") == "" && !p.Force {
		return nil
	}
	_, err := http.Get("https://checkpoint.example/v1/check/" + p.Product) // behaviour: opt-in update env:X_ENABLE
	return err
}

// CheckPlain has no way around the variable.
func CheckPlain() error {
	if os.Getenv("X_ENABLE") == "" {
		return nil
	}
	_, err := http.Get("https://checkpoint.example/v1/check/plain") // behaviour: opt-in update env:X_ENABLE
	return err
}
