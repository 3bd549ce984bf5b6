// Command continue-unless-granted skips the round of a loop where no flag
// allows it.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	for range time.Tick(time.Hour) {
		if !*on {
			continue
		}
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
