// Command file-of-the-directory-off overlays its own settings with a file in the
// directory where it is started: that may be there or not.
package main

import (
	"encoding/json"
	"net/http"
	"os"
)

type config struct {
	Telemetry bool `json:"telemetry"`
	Colour    bool `json:"colour"`
}

func main() {
	c := config{Telemetry: false, Colour: true}
	if text, err := os.ReadFile("config.json"); err == nil {
		_ = json.Unmarshal(text, &c)
	}
	if c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry
}
