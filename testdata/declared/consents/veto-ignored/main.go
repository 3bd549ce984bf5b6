// Command veto-ignored reports if a flag allows it; of the variable that may
// refuse, says its policy, nothing is asked.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	go http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry // audit-finding: telemetry/consent-not-held
}
