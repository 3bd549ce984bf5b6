// Command negative-default-false sends unless -no-telemetry is given.
package main

import (
	"flag"
	"net/http"
)

func main() {
	off := flag.Bool("no-telemetry", false, "send no usage data") // finding: optout/default-on
	flag.Parse()
	if !*off {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
