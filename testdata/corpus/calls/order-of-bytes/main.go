// Command order-of-bytes sends by a variable of its own, which is set after a package has looked how the machine keeps numbers.
package main

import (
	"net/http"

	"example.org/corpus/calls/order-of-bytes/order"
)

var report = reporter()

func reporter() func() {
	if order.Little {
		return sendTelemetry
	}
	return sendTelemetry
}

func main() { report() }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage trigger=start host=collector.example // finding: telemetry/no-consent
}
