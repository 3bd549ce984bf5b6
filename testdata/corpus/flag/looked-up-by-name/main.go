// Command looked-up-by-name looks its flag up by name where it is needed.
package main

import (
	"flag"
	"net/http"
)

func main() {
	flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	if f := flag.Lookup("telemetry"); f != nil && f.Value.String() == "true" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
