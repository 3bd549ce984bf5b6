// Command home-of-the-session keeps its reports below the home directory, which every session names: that it is named is no consent.
package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	home := os.Getenv("HOME")
	if home == "" {
		return
	}
	os.MkdirAll(filepath.Join(home, ".cache", "tool"), 0o700)
	report()
}

func report() {
	if os.Getenv("X_NO_TELEMETRY") != "" { // finding: optout/opt-out-env-only
		return
	}
	http.Post("https://collector.example/usage", "text/plain", strings.NewReader("usage")) // behaviour: opt-out usage env:X_NO_TELEMETRY
}
