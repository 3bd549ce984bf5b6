// Command work-list-by-default collects what to send; the flag empties the
// list, the loop over it sends.
package main

import (
	"flag"
	"net/http"
)

func main() {
	off := flag.Bool("no-telemetry", false, "send no usage data") // finding: optout/default-on
	flag.Parse()
	var ready []string
	for _, name := range []string{"start", "stop"} {
		if !*off {
			ready = append(ready, name)
		}
	}
	for _, name := range ready {
		sendTelemetry(name)
	}
}

func sendTelemetry(event string) {
	http.Get("https://collector.example/telemetry?event=" + event) // behaviour: opt-out usage flag:no-telemetry
}
