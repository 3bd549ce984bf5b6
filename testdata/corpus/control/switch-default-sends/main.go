// Command switch-default-sends takes every value but off for on.
package main

import (
	"net/http"
	"os"
)

func main() {
	switch os.Getenv("X_TELEMETRY") {
	case "off": // finding: optout/opt-out-env-only@main.go
		return
	default:
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_TELEMETRY
}
