// Command negative-lookup sends unless X_NO_TELEMETRY is set, be it to
// nothing.
package main

import (
	"net/http"
	"os"
)

func main() {
	if _, off := os.LookupEnv("X_NO_TELEMETRY"); off { // finding: optout/opt-out-env-only
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_TELEMETRY
}
