// Command literal-true-variable-refuses takes its settings from a constructor,
// and a variable overrides them before anybody looks.
package main

import (
	"net/http"
	"os"
)

type config struct{ Telemetry bool }

func newConfig() *config { return &config{Telemetry: true} }

func main() {
	c := newConfig()
	if os.Getenv("X_NO_TELEMETRY") != "" { // finding: optout/opt-out-env-only@main.go
		c.Telemetry = false
	}
	run(c)
}

func run(c *config) {
	if c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_TELEMETRY
}
