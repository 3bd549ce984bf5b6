// Command ticker-loop sends each hour.
package main

import (
	"net/http"
	"time"
)

func main() {
	t := time.NewTicker(time.Hour)
	defer t.Stop()
	for range t.C {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
