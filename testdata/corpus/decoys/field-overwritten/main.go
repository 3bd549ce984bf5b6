// Command field-overwritten sets the field to a constant on the way, so the
// flag never reaches it.
package main

import (
	"flag"
	"net/http"
)

type config struct{ telemetry bool }

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	c := config{telemetry: *on}
	c.telemetry = true
	if c.telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/decoy-switch
}
