// Command variable-of-other-package-off lets a flag with default false write
// another package's variable.
package main

import (
	"flag"
	"net/http"

	"example.org/corpus/flag/variable-of-other-package-off/internal/config"
)

func main() {
	flag.BoolVar(&config.Telemetry, "telemetry", false, "send usage data")
	flag.Parse()
	if config.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
