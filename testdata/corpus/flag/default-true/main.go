// Command default-true sends unless -telemetry=false is given.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry host=collector.example
}
