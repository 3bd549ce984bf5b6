// Package usage reports usage unless a variable says no.
package usage

import (
	"net/http"
	"os"
)

// Report sends unless X_NO_USAGE is set.
func Report() {
	if os.Getenv("X_NO_USAGE") != "" { // audit-finding: optout/opt-out-env-only
		return
	}
	http.Get("https://collector.example/usage") // behaviour: opt-out usage env:X_NO_USAGE
}
