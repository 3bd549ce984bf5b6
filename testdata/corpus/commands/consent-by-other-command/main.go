// Command consent-by-other-command sends from run only after the user ran
// "telemetry on" some other time.
package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func file() string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "tool", "telemetry-mode")
}

func main() {
	if len(os.Args) > 2 && os.Args[1] == "telemetry" {
		_ = os.WriteFile(file(), []byte(os.Args[2]), 0o600)
		return
	}
	mode, _ := os.ReadFile(file())
	if string(mode) == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:telemetry-mode
}
