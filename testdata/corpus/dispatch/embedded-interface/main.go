// Command embedded-interface promotes the sender's method through an embedded
// interface.
package main

import "net/http"

type sender interface{ send() }

type remote struct{}

func (remote) send() { sendTelemetry() }

type app struct{ sender }

func main() { app{remote{}}.send() }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
