// Command constant-off-is-dead has a setting that is false and that nothing
// can change.
package main

import "net/http"

type config struct{ Telemetry bool }

// no behaviours

func main() {
	c := config{Telemetry: false}
	if c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry")
}
