// Command tag-default-true has a setting whose tag says true, overlaid by a
// file.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"

	"github.com/creasty/defaults"
)

type config struct {
	Telemetry bool `json:"telemetry" default:"true"` // finding: optout/default-on
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
	_ = defaults.Set(&c)
	if c = load(c); c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:telemetry
}
