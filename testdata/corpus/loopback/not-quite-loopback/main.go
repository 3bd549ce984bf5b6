// Command not-quite-loopback sends to a host whose name only begins like
// loopback.
package main

import "net/http"

func main() { sendTelemetry() }

func sendTelemetry() {
	http.Get("http://127.0.0.1.collector.example/telemetry") // behaviour: unconditional usage host=127.0.0.1.collector.example // finding: telemetry/no-consent
}
