// Command flag-never-read defines a flag that nothing asks.
package main

import (
	"flag"
	"net/http"
)

func main() {
	flag.Bool("no-telemetry", false, "send no usage data")
	flag.Parse()
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/decoy-switch
}
