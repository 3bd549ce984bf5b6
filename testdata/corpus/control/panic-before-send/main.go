// Command panic-before-send panics unless a variable grants, and recovers.
package main

import (
	"net/http"
	"os"
)

func main() {
	defer func() { _ = recover() }()
	if os.Getenv("X_TELEMETRY") == "" {
		panic("not allowed")
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
