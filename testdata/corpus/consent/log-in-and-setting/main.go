// Command log-in-and-setting reports usage of those who have logged in and
// allow it in a setting.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type config struct {
	Telemetry bool `json:"telemetry"`
}

func token() string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "tool", "token")
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
		_ = os.WriteFile(token(), []byte(os.Args[2]), 0o600)
		return
	}
	if _, err := os.Stat(token()); err == nil && load(config{}).Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry
}
