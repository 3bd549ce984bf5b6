// Command default-from-variable has a flag for where its reports go, whose
// default is a variable with an address.
package main

import (
	"flag"
	"net/http"
)

var defaultCollector = "https://collector.example/telemetry"

func main() {
	var collector string
	flag.StringVar(&collector, "collector", defaultCollector, "where usage data go")
	flag.Parse()
	if collector != "" {
		sendTelemetry(collector) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
	}
}

func sendTelemetry(collector string) {
	http.Get(collector)
}
