// Command written-silent-by-the-program writes a settings file that allows
// nothing on the first run.
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
		data, _ = json.Marshal(config{Telemetry: false})
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
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry
}
