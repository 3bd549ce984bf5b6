// Command continuous-integration is silent under CI: that is where it runs,
// nobody's consent.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("CI") != "" {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
