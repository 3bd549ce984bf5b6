// Command literal-true-file-may-overlay has a literal that sends, overlaid by
// a settings file that is not there yet.
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

func defaults() config {
	return config{
		Telemetry: true, // finding: optout/default-on
	}
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
	if c := load(defaults()); c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:telemetry
}
