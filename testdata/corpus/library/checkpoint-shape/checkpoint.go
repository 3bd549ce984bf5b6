// Package checkpoint is a library whose check a negative variable stops, and
// whose caller may bypass that variable.
package checkpoint

import (
	"net/http"
	"os"
)

// Params says what to check.
type Params struct {
	Product string
	Force   bool // check although the variable says no
}

// Check asks for the newest version.
func Check(p *Params) error {
	if disabled := os.Getenv("X_CHECK_DISABLE"); disabled != "" && !p.Force { // finding: optout/opt-out-env-only
		return nil
	}
	_, err := http.Get("https://checkpoint.example/v1/check/" + p.Product) // behaviour: opt-out update env:X_CHECK_DISABLE host=checkpoint.example
	return err
}
