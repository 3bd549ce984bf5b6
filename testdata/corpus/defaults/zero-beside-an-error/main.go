// Command zero-beside-an-error returns an empty struct beside an error; the
// struct of the other return refuses.
package main

import (
	"encoding/json"
	"log"
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

func read() (config, error) {
	if _, err := os.Getwd(); err != nil {
		return config{}, err
	}
	return load(config{NoTelemetry: true}), nil
}

func main() {
	c, err := read()
	if err != nil {
		log.Fatal(err)
	}
	if !c.NoTelemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:no_telemetry
}
