// Command function-flag-grants has a flag that calls a function, which allows.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := false
	flag.BoolFunc("telemetry", "send usage data", func(string) error {
		on = true
		return nil
	})
	flag.Parse()
	if on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
