// Command name-of-the-variable says by the name of its variable alone what it
// sends.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_NO_TELEMETRY") == "" { // finding: optout/opt-out-env-only
		http.Get("https://files.example/1x1") // behaviour: opt-out usage env:X_NO_TELEMETRY
	}
}
