// Command notice-and-variable prints a notice on the first run, and honours a
// variable that says no.
package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	if os.Getenv("DO_NOT_TRACK") != "" { // finding: optout/opt-out-env-only
		return
	}
	dir, _ := os.UserConfigDir()
	marker := filepath.Join(dir, "tool", "notice-shown")
	if _, err := os.Stat(marker); err != nil {
		println("This program collects usage data. Set DO_NOT_TRACK to stop it.")
		_ = os.WriteFile(marker, nil, 0o600)
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:DO_NOT_TRACK
}
