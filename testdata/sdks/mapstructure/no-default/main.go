// Command no-default overlays a silent default with a decoded map.
package main

import (
	"encoding/json"
	"net/http"
	"os"

	"github.com/go-viper/mapstructure/v2"
)

type config struct {
	Telemetry bool `mapstructure:"telemetry"`
}

func main() {
	c := config{}
	var m map[string]any
	b, _ := os.ReadFile("/etc/tool.json")
	_ = json.Unmarshal(b, &m)
	_ = mapstructure.Decode(m, &c)
	if c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry
}
