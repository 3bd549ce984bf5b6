// Command enumeration-default-silent has a setting whose zero is "default",
// and the default is silent.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type mode int

const (
	modeDefault mode = iota
	modeOff
	modeOn
)

type config struct {
	Telemetry mode `json:"telemetry"`
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
	c := load(config{Telemetry: modeDefault})
	if c.Telemetry == modeOn {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry
}
