// Command written-by-the-program writes a settings file that allows it on the
// first run, and asks that file from then on.
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

func path() string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "tool", "config.json")
}

func main() {
	data, err := os.ReadFile(path())
	if err != nil {
		data, _ = json.Marshal(config{Telemetry: true}) // finding: optout/self-granted@main.go
		_ = os.WriteFile(path(), data, 0o600)
		return
	}
	var c config
	_ = json.Unmarshal(data, &c)
	if c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:telemetry
}
