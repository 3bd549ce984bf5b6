// Command post-to-loopback sends to an agent on its own machine.
package main

import "net/http"

// no behaviours

func main() { sendTelemetry() }

func sendTelemetry() {
	http.Post("http://127.0.0.1:8126/telemetry", "text/plain", nil)
	http.Post("http://localhost:8126/telemetry", "text/plain", nil)
	http.Post("http://[::1]:8126/telemetry", "text/plain", nil)
}
