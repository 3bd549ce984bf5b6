// Command untagged-positive has a positive setting without a tag that
// envconfig fills from a variable named for both.
package main

import (
	"net/http"

	"github.com/kelseyhightower/envconfig"
)

type config struct {
	Report bool
	Colour bool
}

func main() {
	var c config
	if err := envconfig.Process("x", &c); err != nil {
		return
	}
	if c.Report {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_REPORT
}
