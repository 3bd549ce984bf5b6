// Command group-in-absent-file-off looks into a group of the user's settings
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
	Telemetry bool `json:"telemetry"`
}

func main() {
	dir, _ := os.UserConfigDir()
	s := &settings{}
	if text, err := os.ReadFile(filepath.Join(dir, "tool", "settings.json")); err == nil {
		_ = json.Unmarshal(text, s)
	}
	if s.Reports.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:reports.telemetry
}
