// Command continue-in-loop skips the round of a loop where a flag refuses.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	off := flag.Bool("no-telemetry", false, "send no usage data") // finding: optout/default-on
	flag.Parse()
	for range time.Tick(time.Hour) {
		if *off {
			continue
		}
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
