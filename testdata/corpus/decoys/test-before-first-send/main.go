// Command test-before-first-send asks the flag before the first send and
// before each repeat.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if !*on {
		return
	}
	sendTelemetry()
	for range time.Tick(time.Hour) {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
