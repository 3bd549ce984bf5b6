// Command one-of-two-switches has a flag that stops its reports, and a variable
// that stops only the one at the end.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	off := flag.Bool("no-telemetry", false, "send no usage data") // finding: optout/default-on
	flag.Parse()
	if *off {
		return
	}
	sendTelemetry("start")
	if os.Getenv("DO_NOT_TRACK") == "" {
		sendTelemetry("end")
	}
}

func sendTelemetry(event string) {
	http.Get("https://collector.example/telemetry?event=" + event) // behaviour: opt-out usage flag:no-telemetry // finding: telemetry/decoy-switch
}
