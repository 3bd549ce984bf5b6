// Command default-false has a pflag with default false.
package main

import (
	"net/http"

	"github.com/spf13/pflag"
)

func main() {
	on := pflag.Bool("telemetry", false, "send usage data")
	pflag.Parse()
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
