// Command list-fetched-before-gate fetches the list of the counters that it may
// report before it asks whether it may report any.
package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
)

func main() {
	counters := map[string]int{"runs": 1}
	allowed, err := telemetryList()
	if err != nil || os.Getenv("X_TELEMETRY") != "on" {
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
	resp, err := http.Get("https://collector.example/telemetry/list") // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/late-consent
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
