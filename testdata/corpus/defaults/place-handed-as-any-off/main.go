// Command place-handed-as-any-off reads settings through a place that is handed on as any value, and reports
// where they say so.
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

// read decodes the file into whatever into points to.
func read(file string, into any) {
	if text, err := os.ReadFile(file); err == nil {
		_ = json.Unmarshal(text, &into)
	}
}

func main() {
	dir, _ := os.UserConfigDir()
	s := &settings{}
	read(filepath.Join(dir, "tool", "settings.json"), s)
	if s.Reports != nil && s.Reports.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:reports.telemetry
}
