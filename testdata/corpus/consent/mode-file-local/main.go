// Command mode-file-local keeps its mode in a file; without one the data stay
// here.
package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func mode() string {
	dir, _ := os.UserConfigDir()
	data, err := os.ReadFile(filepath.Join(dir, "tool", "telemetry-mode"))
	if err != nil {
		return "local"
	}
	return strings.TrimSpace(string(data))
}

func main() {
	if mode() == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:telemetry-mode
}
