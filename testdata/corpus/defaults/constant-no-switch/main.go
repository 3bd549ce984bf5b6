// Command constant-no-switch has a setting that nothing outside can change: no
// switch at all.
package main

import "net/http"

type config struct{ Telemetry bool }

func main() {
	c := config{Telemetry: true}
	if c.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
