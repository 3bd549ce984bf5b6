// Command copied-structs-on copies its settings by value through two structs
// before it asks them.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type options struct {
	Telemetry bool `json:"telemetry"`
}

type config struct {
	Options options `json:"options"`
}

type service struct{ opts options }

// load overlays c with the user's settings file, if there is one.
func load(c config) config {
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}

func main() {
	c := load(config{Options: options{
		Telemetry: true, // finding: optout/default-on
	}})
	opts := c.Options
	s := service{opts: opts}
	if s.opts.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:options.telemetry
}
