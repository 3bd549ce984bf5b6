// Command veto-obeyed reports if a flag allows it and a variable does not
// refuse, as its policy says.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on && os.Getenv("DO_NOT_TRACK") == "" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	go http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
