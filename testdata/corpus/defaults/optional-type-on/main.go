// Command optional-type-on reads a refusal of a type that reads its own text.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

// An optional is a truth value that a file may leave out.
type optional struct {
	Bool  bool
	Valid bool
}

func (o *optional) UnmarshalJSON(b []byte) error {
	err := json.Unmarshal(b, &o.Bool)
	o.Valid = err == nil
	return err
}

type config struct {
	NoTelemetry optional `json:"no_telemetry"`
}

func load() (c config) {
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}

func main() {
	if c := load(); !c.NoTelemetry.Bool { // finding: optout/default-on
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:no_telemetry
}
