// Command one-value-will-do reports if its mode is on, as its policy says,
// and not at local.
package main

import (
	"flag"
	"net/http"
)

func main() {
	mode := flag.String("telemetry-mode", "off", "on, local or off")
	flag.Parse()
	if *mode == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	go http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry-mode
}
