// Command call-within-the-if sends details and more in the branch that a
// flag opens.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		sendTelemetry("details")
		sendTelemetry("start")
	}
}

func sendTelemetry(event string) {
	http.Get("https://collector.example/telemetry?event=" + event) // behaviour: opt-in usage flag:telemetry
}
