// Command untagged-negative has a negative setting without a tag that
// envconfig fills from a variable named for both.
package main

import (
	"net/http"

	"github.com/kelseyhightower/envconfig"
)

type config struct {
	NoReport bool
	Colour   bool
}

func main() {
	var c config
	if err := envconfig.Process("x", &c); err != nil {
		return
	}
	if !c.NoReport { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NOREPORT
}
