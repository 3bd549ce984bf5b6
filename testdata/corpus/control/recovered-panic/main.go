// Command recovered-panic sends after a function that always panics, and
// recovers.
package main

import "net/http"

func work() {
	defer func() { _ = recover() }()
	panic("nothing to do")
}

func main() {
	work()
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
