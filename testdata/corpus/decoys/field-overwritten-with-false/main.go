// Command field-overwritten-with-false sets the field to false on the way: the
// flag allows in vain.
package main

import (
	"flag"
	"net/http"
)

type config struct{ telemetry bool }

// no behaviours

func main() {
	on := flag.Bool("telemetry", true, "send usage data")
	flag.Parse()
	c := config{telemetry: *on}
	c.telemetry = false
	if c.telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry")
}
