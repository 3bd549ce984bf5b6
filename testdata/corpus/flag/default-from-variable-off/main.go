// Command default-from-variable-off has a flag for where its reports go,
// whose default is a constant without an address.
package main

import (
	"flag"
	"net/http"
)

const defaultCollector = ""

func main() {
	var collector string
	flag.StringVar(&collector, "telemetry-collector", defaultCollector, "where usage data go")
	flag.Parse()
	if collector != "" {
		sendTelemetry(collector) // behaviour: opt-in usage flag:telemetry-collector
	}
}

func sendTelemetry(collector string) {
	http.Get(collector)
}
