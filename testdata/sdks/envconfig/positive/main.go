// Command positive has a positive setting that envconfig fills.
package main

import (
	"net/http"

	"github.com/kelseyhightower/envconfig"
)

type config struct{ Report bool }

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
