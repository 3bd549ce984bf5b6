// Command variable-true-then-refused has a package variable that says yes until
// a variable of the environment says no.
package main

import (
	"net/http"
	"os"
)

var telemetry = true

func main() {
	if os.Getenv("X_NO_TELEMETRY") != "" { // finding: optout/opt-out-env-only@main.go
		telemetry = false
	}
	run()
}

func run() {
	if telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_TELEMETRY
}
