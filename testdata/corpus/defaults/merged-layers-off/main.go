// Command merged-layers-off merges layers of settings; the first layer
// refuses.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type config struct {
	DisableTelemetry *bool `json:"disable_telemetry"`
}

// load overlays c with the user's settings file, if there is one.
func load(c config) config {
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}

func merge(base, over config) config {
	if over.DisableTelemetry != nil {
		base.DisableTelemetry = over.DisableTelemetry
	}
	return base
}

func main() {
	c := merge(config{DisableTelemetry: new(true)}, load(config{}))
	if !*c.DisableTelemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:disable_telemetry
}
