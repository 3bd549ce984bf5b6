// Command destination-override lets a variable change where it sends, not
// whether.
package main

import (
	"net/http"
	"os"
)

func main() { sendTelemetry() }

func sendTelemetry() {
	url := "https://collector.example/telemetry"
	if u := os.Getenv("X_COLLECTOR_URL"); u != "" {
		url = u
	}
	http.Get(url) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
