// Command channel-nobody-sends waits on a channel that is nil unless a flag
// makes one.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	var ticks <-chan time.Time
	if *on {
		ticks = time.Tick(time.Hour)
	}
	stop := time.After(24 * time.Hour)
	for {
		select {
		case <-ticks:
			sendTelemetry()
		case <-stop:
			return
		}
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
