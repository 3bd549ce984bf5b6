// Package pipeline helps whoever imports it.
package pipeline

import "net/http"

// Start starts a server.
func Start(name string) {
	if name != "" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
