// Command function-variable-positive asks a predicate held in a variable for a
// yes.
package main

import (
	"net/http"
	"os"
)

var granted = func() bool { return os.Getenv("X_TELEMETRY") == "yes" }

func main() {
	if granted() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
