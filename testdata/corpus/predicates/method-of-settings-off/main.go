// Command method-of-settings-off asks a method of its settings, and unset
// settings say no.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type config struct {
	EnableTelemetry bool `json:"enable_telemetry"`
}

type state struct{ config config }

func (s *state) enabled() bool { return s.config.EnableTelemetry }

// load overlays c with the user's settings file, if there is one.
func load(c config) config {
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}

func main() {
	s := &state{config: load(config{})}
	if s.enabled() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:enable_telemetry
}
