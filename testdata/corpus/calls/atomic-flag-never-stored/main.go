// Command atomic-flag-never-stored keeps its consent in an atomic variable
// that only a flag can set.
package main

import (
	"flag"
	"net/http"
	"sync/atomic"
)

var enabled atomic.Bool

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		enabled.Store(true)
	}
	if enabled.Load() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
