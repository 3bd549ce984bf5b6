// Command flag-or-variable-stops is silenced by a flag or a variable: the
// flag's default is the finding.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	if *on && os.Getenv("DO_NOT_TRACK") == "" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry,env:DO_NOT_TRACK needs=any
}
