// Command positive-early-return leaves the sender early while X_ENABLE is
// unset.
package main

import (
	"net/http"
	"os"
)

func main() { sendTelemetry() }

func sendTelemetry() {
	if os.Getenv("X_ENABLE") == "" {
		return
	}
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_ENABLE
}
