// Command log-in-writes-setting writes a settings file that allows it when
// somebody logs in.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type config struct {
	Token     string `json:"token"`
	Telemetry bool   `json:"telemetry"`
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
	if len(os.Args) > 2 && os.Args[1] == "login" {
		dir, _ := os.UserConfigDir()
		text, _ := json.Marshal(config{Token: os.Args[2], Telemetry: true}) // finding: optout/self-granted@main.go
		_ = os.WriteFile(filepath.Join(dir, "tool", "config.json"), text, 0o600)
		return
	}
	if load(config{}).Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:telemetry
}
