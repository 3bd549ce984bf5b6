// Command order-of-bytes-granted sends by a variable of its own if a flag allows it, after a package has looked how the machine keeps numbers.
package main

import (
	"flag"
	"net/http"

	"example.org/corpus/calls/order-of-bytes-granted/order"
)

var (
	allowed = flag.Bool("telemetry", false, "tell the authors that you use it")
	report  = reporter()
)

func reporter() func() {
	if order.Little {
		return sendTelemetry
	}
	return sendTelemetry
}

func main() {
	flag.Parse()
	if *allowed {
		report()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
