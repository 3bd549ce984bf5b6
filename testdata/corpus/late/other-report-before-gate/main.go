// Command other-report-before-gate reports that it was started, and its
// counters if a variable allows it: the one comes before the other, and nothing
// of the other is made of it. The variable does not decide both.
package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
)

func main() {
	if err := pingTelemetry(); err != nil {
		return
	}
	if os.Getenv("X_TELEMETRY") != "on" {
		return
	}
	report := map[string]int{}
	for _, arg := range os.Args {
		report["arguments"] += len(arg)
	}
	if body, err := json.Marshal(report); err == nil {
		sendTelemetry(body)
	}
}

func pingTelemetry() error {
	resp, err := http.Get("https://collector.example/telemetry/start") // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/decoy-switch
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func sendTelemetry(body []byte) {
	http.Post("https://collector.example/telemetry", "application/json", bytes.NewReader(body)) // behaviour: opt-in usage env:X_TELEMETRY
}
