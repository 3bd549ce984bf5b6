// Command default-of-destination gives the flag the value that its destination
// already holds.
package main

import (
	"flag"
	"net/http"
)

type options struct{ NoTelemetry bool }

func main() {
	o := options{NoTelemetry: false}
	flag.BoolVar(&o.NoTelemetry, "no-telemetry", o.NoTelemetry, "send no usage data") // finding: optout/default-on@main.go
	flag.Parse()
	if !o.NoTelemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
