// Command variable-of-other-package lets a flag write another package's
// variable.
package main

import (
	"flag"
	"net/http"

	"example.org/corpus/flag/variable-of-other-package/internal/config"
)

func main() {
	flag.BoolVar(&config.Telemetry, "telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	if config.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
