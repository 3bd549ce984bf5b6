// Command flag-or-variable-starts is started by a flag or a variable.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on || os.Getenv("X_TELEMETRY") == "1" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry,env:X_TELEMETRY needs=any
}
