// Command default-true loads koanf's defaults from a map that sends.
package main

import (
	"net/http"

	"github.com/knadh/koanf/providers/confmap"
	"github.com/knadh/koanf/v2"
)

func main() {
	k := koanf.New(".")
	_ = k.Load(confmap.Provider(map[string]any{
		"telemetry.enabled": true, // finding: optout/default-on
	}, "."), nil)
	if k.Bool("telemetry.enabled") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:telemetry.enabled
}
