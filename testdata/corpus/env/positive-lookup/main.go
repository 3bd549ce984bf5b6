// Command positive-lookup sends only if X_TELEMETRY is set.
package main

import (
	"net/http"
	"os"
)

func main() {
	if _, on := os.LookupEnv("X_TELEMETRY"); !on {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
