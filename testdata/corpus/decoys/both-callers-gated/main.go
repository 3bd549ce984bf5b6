// Command both-callers-gated asks for a yes in both callers of its sender.
package main

import (
	"net/http"
	"os"
)

func main() {
	start()
	stop()
}

func granted() bool { return os.Getenv("X_TELEMETRY") == "1" }

func start() {
	if granted() {
		sendTelemetry()
	}
}

func stop() {
	if granted() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
