// Command two-in-one-function sends to two hosts from one function: two
// behaviours.
package main

import "net/http"

func main() { sendTelemetry() }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry")     // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
	http.Get("https://collector.example.net/telemetry") // behaviour: unconditional usage host=collector.example.net // finding: telemetry/no-consent
}
