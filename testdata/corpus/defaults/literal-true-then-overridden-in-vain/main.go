// Command literal-true-then-overridden-in-vain takes its settings from a
// constructor; the variable overrides them after somebody looked.
package main

import (
	"net/http"
	"os"
)

type config struct{ Telemetry bool }

func newConfig() *config { return &config{Telemetry: true} }

func main() {
	c := newConfig()
	run(c)
	if os.Getenv("X_NO_TELEMETRY") != "" {
		c.Telemetry = false
	}
	println(c.Telemetry)
}

func run(c *config) {
	if c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent // finding: telemetry/decoy-switch
}
