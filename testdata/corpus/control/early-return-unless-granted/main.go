// Command early-return-unless-granted returns early where no flag allows it.
package main

import (
	"flag"
	"net/http"
)

var on = flag.Bool("enable-telemetry", false, "send usage data")

func main() {
	flag.Parse()
	run()
}

func run() {
	if !*on {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:enable-telemetry
}
