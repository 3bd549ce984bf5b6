// Command channel-worker sends what a worker receives from a channel.
package main

import (
	"net/http"
	"os"
)

func main() {
	events := make(chan string)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for e := range events {
			sendTelemetry(e)
		}
	}()
	if os.Getenv("DO_NOT_TRACK") == "" { // finding: optout/opt-out-env-only
		events <- "start"
	}
	close(events)
	<-done
}

func sendTelemetry(event string) {
	http.Get("https://collector.example/telemetry?event=" + event) // behaviour: opt-out usage env:DO_NOT_TRACK
}
