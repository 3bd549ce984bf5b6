// Command expressionless-switch-sends has a switch without expression whose
// default sends.
package main

import (
	"flag"
	"net/http"
)

func main() {
	off := flag.Bool("no-telemetry", false, "send no usage data") // finding: optout/default-on
	flag.Parse()
	switch {
	case *off:
		println("sending nothing")
	case flag.NArg() > 1:
		println("too many arguments")
	default:
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
