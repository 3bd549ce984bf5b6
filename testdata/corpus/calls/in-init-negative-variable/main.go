// Command in-init-negative-variable sends while the package is initialised,
// unless a variable refuses.
package main

import (
	"net/http"
	"os"
)

func init() {
	if os.Getenv("DO_NOT_TRACK") != "" { // finding: optout/opt-out-env-only
		return
	}
	sendTelemetry()
}

func main() { println("working") }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:DO_NOT_TRACK trigger=init
}
