// Command atomic-flag keeps its consent in an atomic variable.
package main

import (
	"flag"
	"net/http"
	"sync/atomic"
)

var enabled atomic.Bool

func main() {
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	enabled.Store(*on)
	if enabled.Load() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
