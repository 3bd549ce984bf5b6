// Command declared-then-assigned declares a variable and assigns the whole
// struct later: its zero never counts.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type config struct {
	NoTelemetry bool `json:"no_telemetry"`
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
	c = load(*newConfig())
	if !c.NoTelemetry {
		sendTelemetry()
	}
}

func newConfig() *config {
	c := &config{}
	c.NoTelemetry = true
	return c
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:no_telemetry
}
