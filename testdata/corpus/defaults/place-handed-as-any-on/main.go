// Command place-handed-as-any-on reads settings through a place that is handed on as any value; unless the
// settings refuse, it reports.
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
	DisableTelemetry bool `json:"disable_telemetry"`
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
	if s.Reports == nil || !s.Reports.DisableTelemetry { // finding: optout/default-on
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:reports.disable_telemetry
}
