// Command how-to-use sends at every start; that it says how to use it before it
// exits is no notice.
package main

import (
	"net/http"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		println("usage: tool run | tool telemetry off")
		os.Exit(2)
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
