// Command function-flag has a flag that calls a function, which refuses.
package main

import (
	"flag"
	"net/http"
)

func main() {
	off := false // finding: optout/default-on@main.go
	flag.BoolFunc("no-telemetry", "send no usage data", func(string) error {
		off = true
		return nil
	})
	flag.Parse()
	if !off {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
