// Command looked-up-by-name-off looks its silent flag up by name where it is
// needed.
package main

import (
	"flag"
	"net/http"
)

func main() {
	flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if f := flag.Lookup("telemetry"); f != nil && f.Value.String() == "true" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
