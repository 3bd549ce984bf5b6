// Command 09-timer-granted sets the timer only if a flag allows it.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		time.AfterFunc(time.Hour, sendTelemetry)
	}
	select {}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry trigger=timer
}
