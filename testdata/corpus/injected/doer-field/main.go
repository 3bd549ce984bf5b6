// Command doer-field fills the client field of a library's tracker if a flag
// allows it.
package main

import (
	"flag"
	"net/http"

	"example.org/corpus/injected/doer-field/tracker"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	var t tracker.Tracker
	if *on {
		t.Doer = http.DefaultClient
	}
	t.SendTelemetry("start")
}
