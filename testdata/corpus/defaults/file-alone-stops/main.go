// Command file-alone-stops reports its first start, and a settings file says
// that it is another one, whatever stands in it.
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

func main() {
	dir, _ := os.UserConfigDir()
	b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")) // finding: optout/default-on
	if err != nil {
		sendTelemetry()
		return
	}
	c := config{Telemetry: true}
	_ = json.Unmarshal(b, &c)
	if c.Telemetry {
		println("telemetry is on")
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage file:~/.config/tool/config.json
}
