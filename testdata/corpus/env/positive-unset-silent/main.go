// Command positive-unset-silent sends only if X_TELEMETRY is 1.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "1" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY host=collector.example
}
