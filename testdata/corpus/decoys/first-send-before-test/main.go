// Command first-send-before-test sends once before it asks the flag, which
// gates the repeats only.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	off := flag.Bool("no-telemetry", false, "send no usage data")
	flag.Parse()
	sendTelemetry()
	for range time.Tick(time.Hour) {
		if *off {
			return
		}
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/decoy-switch
}
