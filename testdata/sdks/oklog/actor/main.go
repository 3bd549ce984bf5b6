// Command actor adds an actor that sends unless a flag refuses.
package main

import (
	"flag"
	"net/http"

	"github.com/oklog/run"
)

func main() {
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	var g run.Group
	if *on {
		g.Add(func() error { sendTelemetry(); return nil }, func(error) {})
	}
	_ = g.Run()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
