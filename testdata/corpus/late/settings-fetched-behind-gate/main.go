// Command settings-fetched-behind-gate asks whether it may before it fetches
// what to report.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_TELEMETRY") != "1" {
		return
	}
	sendTelemetry(fetchTelemetrySettings())
}

func fetchTelemetrySettings() string {
	resp, err := http.Get("https://collector.example/telemetry/settings") // behaviour: opt-in usage env:X_TELEMETRY
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	return resp.Header.Get("X-Events")
}

func sendTelemetry(what string) {
	http.Get("https://collector.example/telemetry?events=" + what) // behaviour: opt-in usage env:X_TELEMETRY
}
