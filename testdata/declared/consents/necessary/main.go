// Command necessary reports if a flag allows it, and its policy says so; it
// wants a variable besides.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on && os.Getenv("X_DIAGNOSTICS") == "1" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	go http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry,env:X_DIAGNOSTICS needs=all
}
