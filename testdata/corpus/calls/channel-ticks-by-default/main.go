// Command channel-ticks-by-default waits on a channel that ticks unless a flag
// takes it away.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	off := flag.Bool("no-telemetry", false, "send no usage data") // finding: optout/default-on
	flag.Parse()
	ticks := time.Tick(time.Hour)
	if *off {
		ticks = nil
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
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
