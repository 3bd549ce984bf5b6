// Command file-refuses sends unless the user made a file.
package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	home, _ := os.UserHomeDir()
	if _, err := os.Stat(filepath.Join(home, ".tool", "no-telemetry")); err == nil { // finding: optout/default-on
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage file:no-telemetry
}
