// Command layers-first-refuses merges two layers of settings, either of
// which can refuse; the first always does.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type config struct {
	Disable bool `json:"disable_telemetry"`
}

// load overlays c with the user's settings file, if there is one.
func load(c config) config {
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}

// merge lets either layer refuse.
func merge(a, b config) (out config) {
	out.Disable = a.Disable || b.Disable
	return out
}

func main() {
	c := merge(config{Disable: true}, load(config{}))
	if !c.Disable { // no behaviours
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry")
}
