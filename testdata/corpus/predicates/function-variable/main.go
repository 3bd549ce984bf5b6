// Command function-variable asks a predicate held in a variable.
package main

import (
	"net/http"
	"os"
)

var refused = func() bool { return os.Getenv("X_NO_TELEMETRY") != "" }

func main() {
	if !refused() { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_TELEMETRY
}
