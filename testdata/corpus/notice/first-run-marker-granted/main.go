// Command first-run-marker-granted prints a notice on the first run, and sends
// only if a setting allows it.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type config struct {
	Telemetry bool `json:"telemetry"`
}

// load overlays c with the user's settings file, if there is one.
func load(c config) config {
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}

func main() {
	dir, _ := os.UserConfigDir()
	marker := filepath.Join(dir, "tool", "notice-shown")
	if _, err := os.Stat(marker); err != nil {
		println("This program can send usage data: see telemetry in config.json.")
		_ = os.WriteFile(marker, nil, 0o600)
		return
	}
	if !load(config{}).Telemetry {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry
}
