// Command negative has a negative setting that envconfig fills.
package main

import (
	"net/http"

	"github.com/kelseyhightower/envconfig"
)

type config struct {
	NoReport bool `envconfig:"X_NO_REPORT"`
}

func main() {
	var c config
	if err := envconfig.Process("", &c); err != nil {
		return
	}
	if !c.NoReport { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_REPORT
}
