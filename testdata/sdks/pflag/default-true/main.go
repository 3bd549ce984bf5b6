// Command default-true has a pflag with default true.
package main

import (
	"net/http"

	"github.com/spf13/pflag"
)

func main() {
	on := pflag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	pflag.Parse()
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
