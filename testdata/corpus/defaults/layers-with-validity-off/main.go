// Command layers-with-validity-off merges layers of settings whose values
// know whether somebody gave them; the first refuses.
package main

import (
	"net/http"
	"os"
)

// An optional value knows whether somebody gave it.
type optional struct{ Valid, Bool bool }

type config struct{ NoReport optional }

// layer reads what variables say.
func layer() (c config) {
	if v, ok := os.LookupEnv("X_NO_REPORT"); ok {
		c.NoReport = optional{Valid: true, Bool: v == "1"}
	}
	return c
}

// apply takes over what a layer gives.
func (c config) apply(over config) config {
	if over.NoReport.Valid {
		c.NoReport = over.NoReport
	}
	return c
}

func main() {
	c := config{NoReport: optional{Bool: true}}.apply(layer())
	if !c.NoReport.Bool {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_NO_REPORT
}
