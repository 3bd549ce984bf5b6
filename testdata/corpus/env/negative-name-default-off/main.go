// Command negative-name-default-off sends only where X_NO_TELEMETRY is
// explicitly 0.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_NO_TELEMETRY") == "0" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_NO_TELEMETRY
}
