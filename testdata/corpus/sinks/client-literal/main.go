// Command client-literal sends by a client of its own with a timeout.
package main

import (
	"net/http"
	"strings"
	"time"
)

func main() { sendTelemetry() }

func sendTelemetry() {
	c := &http.Client{Timeout: 5 * time.Second}
	c.Post("https://collector.example/telemetry", "application/json", strings.NewReader("{}")) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
