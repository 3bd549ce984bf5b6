// Command more-values-will-do reports if its mode is on, says its policy; it
// also does at local.
package main

import (
	"flag"
	"net/http"
)

func main() {
	mode := flag.String("telemetry-mode", "off", "on, local or off")
	flag.Parse()
	if *mode == "on" || *mode == "local" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	go http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry-mode // audit-finding: telemetry/consent-not-held
}
