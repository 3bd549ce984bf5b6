// Command how-not-whether reports over one protocol or the other: its flag is
// about how, and who does not give it has refused nothing. That it reports at
// all is another matter.
package main

import (
	"flag"
	"net/http"
)

func main() {
	secure := flag.Bool("telemetry-tls", true, "report over TLS") // finding: optout/default-on
	flag.Parse()
	if *secure {
		sendTelemetrySecurely()
	} else {
		sendTelemetryPlainly()
	}
}

func sendTelemetrySecurely() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry-tls
}

func sendTelemetryPlainly() {
	http.Get("http://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry-tls
}
