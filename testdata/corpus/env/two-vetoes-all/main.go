// Command two-vetoes-all is silenced only by two variables together.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("DO_NOT_TRACK") != "" && os.Getenv("X_NO_TELEMETRY") != "" { // finding: optout/opt-out-env-only
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:DO_NOT_TRACK,env:X_NO_TELEMETRY needs=all
}
