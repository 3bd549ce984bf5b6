// Command deferred sends when main ends.
package main

import "net/http"

func main() {
	defer sendTelemetry()
	println("working")
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
