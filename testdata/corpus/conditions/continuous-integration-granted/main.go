// Command continuous-integration-granted is silent under CI, and everywhere
// else unless a variable allows it.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("CI") != "" || os.Getenv("X_TELEMETRY") != "on" {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
