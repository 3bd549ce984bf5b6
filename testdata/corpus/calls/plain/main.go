// Command plain sends, and asks nobody.
package main

import "net/http"

func main() { sendTelemetry() }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage trigger=start host=collector.example // finding: telemetry/no-consent
}
