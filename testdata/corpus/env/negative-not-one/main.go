// Command negative-not-one sends unless DO_NOT_TRACK is 1.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("DO_NOT_TRACK") != "1" { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:DO_NOT_TRACK
}
