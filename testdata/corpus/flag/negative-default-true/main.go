// Command negative-default-true sends only if -no-telemetry=false is given.
package main

import (
	"flag"
	"net/http"
)

func main() {
	off := flag.Bool("no-telemetry", true, "send no usage data")
	flag.Parse()
	if *off {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:no-telemetry
}
