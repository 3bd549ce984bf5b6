// Command work-list collects what to send; the flag fills the list, the loop
// over it sends.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	var ready []string
	for _, name := range []string{"start", "stop"} {
		if *on {
			ready = append(ready, name)
		}
	}
	for _, name := range ready {
		sendTelemetry(name)
	}
}

func sendTelemetry(event string) {
	http.Get("https://collector.example/telemetry?event=" + event) // behaviour: opt-in usage flag:telemetry
}
