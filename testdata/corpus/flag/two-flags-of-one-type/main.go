// Command two-flags-of-one-type keeps two flags of one type apart: one allows
// the report, the other is about output.
package main

import (
	"flag"
	"net/http"
)

type setting struct{ value *bool }

func newSetting(name string, def bool) setting { return setting{flag.Bool(name, def, "")} }

func main() {
	colour := newSetting("colour", true)
	usage := newSetting("usage", false)
	flag.Parse()
	if *usage.value {
		sendTelemetry()
	}
	if *colour.value {
		println("done")
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:usage
}
