// Command group-in-absent-file-on looks into a group of the user's settings
// without asking whether they have one; before they do, it fails there.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type settings struct {
	Reports *reports `json:"reports"`
}

type reports struct {
	NoTelemetry bool `json:"no_telemetry"`
}

func main() {
	dir, _ := os.UserConfigDir()
	s := &settings{}
	if text, err := os.ReadFile(filepath.Join(dir, "tool", "settings.json")); err == nil {
		_ = json.Unmarshal(text, s)
	}
	if !s.Reports.NoTelemetry { // finding: optout/default-on
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:reports.no_telemetry
}
