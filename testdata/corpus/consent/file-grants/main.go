// Command file-grants sends only if the user made a file.
package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	home, _ := os.UserHomeDir()
	if _, err := os.Stat(filepath.Join(home, ".tool", "telemetry-allowed")); err != nil {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:telemetry-allowed
}
