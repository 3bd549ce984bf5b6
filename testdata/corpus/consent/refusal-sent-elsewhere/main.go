// Command refusal-sent-elsewhere tells a second address that the user said no.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if !*on {
		sendTelemetryRefusal()
		return
	}
	sendTelemetry()
}

func sendTelemetryRefusal() {
	http.Get("https://collector.example/telemetry/declined") // behaviour: opt-out usage flag:telemetry // finding: telemetry/refusal-sent
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
