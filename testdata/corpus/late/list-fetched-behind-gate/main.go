// Command list-fetched-behind-gate asks whether it may report any counters
// before it fetches the list of those that it may report.
package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
)

func main() {
	counters := map[string]int{"runs": 1}
	if os.Getenv("X_TELEMETRY") != "on" {
		return
	}
	allowed, err := telemetryList()
	if err != nil {
		return
	}
	report := map[string]int{}
	for name, n := range counters {
		if allowed[name] {
			report[name] = n
		}
	}
	if body, err := json.Marshal(report); err == nil {
		sendTelemetry(body)
	}
}

func telemetryList() (map[string]bool, error) {
	resp, err := http.Get("https://collector.example/telemetry/list") // behaviour: opt-in usage env:X_TELEMETRY
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	allowed := map[string]bool{}
	return allowed, json.NewDecoder(resp.Body).Decode(&allowed)
}

func sendTelemetry(body []byte) {
	http.Post("https://collector.example/telemetry", "application/json", bytes.NewReader(body)) // behaviour: opt-in usage env:X_TELEMETRY
}
