// Command switch-default-silent takes every value but on for off.
package main

import (
	"net/http"
	"os"
)

func main() {
	switch os.Getenv("X_TELEMETRY") {
	case "on":
		sendTelemetry()
	default:
		return
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
