// Command no-default has a kingpin flag without default, which a variable
// sets, too.
package main

import (
	"net/http"

	"github.com/alecthomas/kingpin/v2"
)

var on = kingpin.Flag("telemetry", "Send usage data.").Envar("X_TELEMETRY").Bool()

func main() {
	kingpin.Parse()
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry,env:X_TELEMETRY needs=any
}
