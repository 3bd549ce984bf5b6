// Command early-return returns early where a flag refuses.
package main

import (
	"flag"
	"net/http"
)

var off = flag.Bool("disable-telemetry", false, "send no usage data") // finding: optout/default-on

func main() {
	flag.Parse()
	run()
}

func run() {
	if *off {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:disable-telemetry
}
