// Command text-in-constant-on reads its defaults from a text in the program,
// which allows reports.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

const defaults = `{"colour": true, "disable_telemetry": false}`

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
	if !c.DisableTelemetry { // finding: optout/default-on@main.go
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:disable_telemetry
}
