// Command string-default-on has a flag of several words whose default sends.
package main

import (
	"flag"
	"net/http"
)

func main() {
	mode := flag.String("telemetry", "on", "on, local or off") // finding: optout/default-on
	flag.Parse()
	if *mode == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
