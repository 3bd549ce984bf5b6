// Command in-init-granted sends while the package is initialised, if a
// variable allows it.
package main

import (
	"net/http"
	"os"
)

func init() {
	if os.Getenv("X_TELEMETRY") == "1" {
		sendTelemetry()
	}
}

func main() { println("working") }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY trigger=init
}
