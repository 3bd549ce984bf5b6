// Command layers-with-validity-on merges layers of settings whose values
// know whether somebody gave them; none refuses.
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
	c := config{NoReport: optional{Bool: false}}.apply(layer())
	if !c.NoReport.Bool { // finding: optout/opt-out-env-only@main.go
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_REPORT
}
