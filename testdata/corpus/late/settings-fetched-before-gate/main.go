// Command settings-fetched-before-gate fetches what to report before it asks
// whether it may.
package main

import (
	"net/http"
	"os"
)

func main() {
	what := fetchTelemetrySettings()
	if os.Getenv("X_TELEMETRY") != "1" {
		return
	}
	sendTelemetry(what)
}

func fetchTelemetrySettings() string {
	resp, err := http.Get("https://collector.example/telemetry/settings") // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/late-consent
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	return resp.Header.Get("X-Events")
}

func sendTelemetry(what string) {
	http.Get("https://collector.example/telemetry?events=" + what) // behaviour: opt-in usage env:X_TELEMETRY
}
