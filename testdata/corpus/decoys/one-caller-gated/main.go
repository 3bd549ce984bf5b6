// Command one-caller-gated asks the variable in one of the two callers of its
// sender.
package main

import (
	"net/http"
	"os"
)

func main() {
	start()
	stop()
}

func start() {
	if os.Getenv("X_NO_TELEMETRY") != "" {
		return
	}
	sendTelemetry()
}

func stop() { sendTelemetry() }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/decoy-switch
}
