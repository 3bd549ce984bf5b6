// Command negative-early-return leaves the sender early when X_NO_TELEMETRY is
// set.
package main

import (
	"net/http"
	"os"
)

func main() { sendTelemetry() }

func sendTelemetry() {
	if os.Getenv("X_NO_TELEMETRY") != "" { // finding: optout/opt-out-env-only
		return
	}
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_TELEMETRY
}
