// Package usage reports usage if a variable says yes.
package usage

import (
	"net/http"
	"os"
)

// Report sends if X_USAGE is 1.
func Report() {
	if os.Getenv("X_USAGE") != "1" {
		return
	}
	http.Get("https://collector.example/usage") // behaviour: opt-in usage env:X_USAGE
}
