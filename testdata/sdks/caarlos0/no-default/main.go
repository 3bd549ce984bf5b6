// Command no-default has a setting without default, which a variable can
// change.
package main

import (
	"net/http"

	"github.com/caarlos0/env/v11"
)

type config struct {
	Telemetry bool `env:"X_TELEMETRY"`
}

func main() {
	c, err := env.ParseAs[config]()
	if err != nil {
		return
	}
	if c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
