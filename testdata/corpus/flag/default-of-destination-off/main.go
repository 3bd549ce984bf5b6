// Command default-of-destination-off gives the flag the value that its
// destination already holds, which is off.
package main

import (
	"flag"
	"net/http"
)

type options struct{ NoTelemetry bool }

func main() {
	o := options{NoTelemetry: true}
	flag.BoolVar(&o.NoTelemetry, "no-telemetry", o.NoTelemetry, "send no usage data")
	flag.Parse()
	if !o.NoTelemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:no-telemetry
}
