// Command nil-object-on-demand has a reporter unless a flag leaves it nil.
package main

import (
	"flag"
	"net/http"
)

var current *reporter

type reporter struct{ name string }

func (r *reporter) finish() {
	if r == nil {
		return
	}
	sendTelemetry()
}

func main() {
	off := flag.Bool("no-telemetry", false, "send no usage data") // finding: optout/default-on
	flag.Parse()
	if !*off {
		current = &reporter{"tool"}
	}
	current.finish()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
