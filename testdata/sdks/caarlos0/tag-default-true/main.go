// Command tag-default-true has a setting whose tag says true, which a variable
// can change.
package main

import (
	"net/http"

	"github.com/caarlos0/env/v11"
)

type config struct {
	Telemetry bool `env:"X_TELEMETRY" envDefault:"true"`
}

func main() {
	var c config
	if err := env.Parse(&c); err != nil {
		return
	}
	if c.Telemetry { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_TELEMETRY
}
