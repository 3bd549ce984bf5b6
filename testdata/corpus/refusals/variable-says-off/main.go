// Command variable-says-off reports unless a variable says off, and reports
// just that then.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "off" { // finding: optout/opt-out-env-only
		sendTelemetryGoodbye()
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_TELEMETRY
}

func sendTelemetryGoodbye() {
	http.Get("https://collector.example/telemetry/goodbye") // behaviour: opt-in usage env:X_TELEMETRY // finding: telemetry/refusal-sent
}
