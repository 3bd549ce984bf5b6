// Command two-in-one-function-one-gated sends to two hosts from one function,
// the second if a flag allows it.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("share", false, "send usage data to the partner, too")
	flag.Parse()
	sendTelemetry(*on)
}

func sendTelemetry(share bool) {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
	if share {
		http.Get("https://partner.example/telemetry") // behaviour: opt-in usage flag:share host=partner.example
	}
}
