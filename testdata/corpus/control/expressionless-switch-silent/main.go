// Command expressionless-switch-silent has a switch without expression whose
// default is silent.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	switch {
	case *on:
		sendTelemetry()
	default:
		println("sending nothing")
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
