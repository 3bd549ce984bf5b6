// Command tag-default-true has a setting whose tag says true, which a variable
// can change.
package main

import (
	"net/http"

	"github.com/kelseyhightower/envconfig"
)

type config struct {
	Report bool `default:"true"`
}

func main() {
	var c config
	if err := envconfig.Process("x", &c); err != nil {
		return
	}
	if c.Report { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_REPORT
}
