// Command mode-file-on keeps its mode in a file; without one it sends.
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
		return "on" // finding: optout/default-on@main.go
	}
	return strings.TrimSpace(string(data))
}

func main() {
	if mode() == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage file:telemetry-mode
}
