// Command negative-unset-sends sends unless X_NO_TELEMETRY is set.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_NO_TELEMETRY") == "" { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_TELEMETRY trigger=start host=collector.example
}
