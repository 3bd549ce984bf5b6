// Package usage reports usage if a caller sets a variable.
package usage

import "net/http"

// Enabled is for callers to set.
var Enabled bool

// Report sends if Enabled.
func Report() {
	if Enabled {
		http.Get("https://collector.example/usage") // behaviour: opt-in usage env:X_USAGE
	}
}
