// Command home-of-the-session-granted asks for the home directory as well as for consent.
package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	home, ok := os.LookupEnv("HOME")
	if !ok || home == "" || os.Getenv("X_TELEMETRY") == "" {
		return
	}
	os.MkdirAll(filepath.Join(home, ".cache", "tool"), 0o700)
	http.Post("https://collector.example/usage", "text/plain", strings.NewReader("usage")) // behaviour: opt-in usage env:X_TELEMETRY
}
