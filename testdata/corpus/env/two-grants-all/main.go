// Command two-grants-all sends only if two variables allow it together.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "1" && os.Getenv("X_USAGE") == "1" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY,env:X_USAGE needs=all
}
