// Command unmarshalled-default unmarshals koanf's nested defaults into a
// struct.
package main

import (
	"net/http"

	"github.com/knadh/koanf/providers/confmap"
	"github.com/knadh/koanf/v2"
)

type config struct {
	Telemetry struct {
		Enabled bool `koanf:"enabled"`
	} `koanf:"telemetry"`
}

func main() {
	k := koanf.New(".")
	_ = k.Load(confmap.Provider(map[string]any{
		"telemetry": map[string]any{"enabled": true}, // finding: optout/default-on
	}, "."), nil)
	var c config
	if err := k.Unmarshal("", &c); err != nil {
		return
	}
	if c.Telemetry.Enabled {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:telemetry.enabled
}
