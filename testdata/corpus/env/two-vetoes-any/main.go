// Command two-vetoes-any is silenced by either of two variables.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("DO_NOT_TRACK") == "" && os.Getenv("X_NO_TELEMETRY") == "" { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:DO_NOT_TRACK,env:X_NO_TELEMETRY needs=any
}
