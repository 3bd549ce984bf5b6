// Command payload-by-parameter takes the path and the payload by parameter,
// which moves no site.
package main

import (
	"net/http"
	"strings"
)

func main() {
	sendTelemetry("start", "{}")
	sendTelemetry("stop", "{}")
}

func sendTelemetry(event, data string) {
	http.Post("https://collector.example/telemetry/"+event, "application/json", strings.NewReader(data)) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
