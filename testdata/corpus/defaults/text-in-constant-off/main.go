// Command text-in-constant-off reads its defaults from a text in the
// program, which allows no reports.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

const defaults = `{"colour": true, "disable_telemetry": true}`

type config struct {
	Colour           bool `json:"colour"`
	DisableTelemetry bool `json:"disable_telemetry"`
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
	var c config
	_ = json.Unmarshal([]byte(defaults), &c)
	c = load(c)
	if !c.DisableTelemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:disable_telemetry
}
