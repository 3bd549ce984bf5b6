// Command remote-by-default uses the real reporter unless a flag asks for one
// that does nothing.
package main

import (
	"flag"
	"net/http"
)

type reporter interface{ report() }

type noop struct{}

func (noop) report() {}

type remote struct{}

func (remote) report() { sendTelemetry() }

func newReporter(on bool) reporter {
	if on {
		return remote{}
	}
	return noop{}
}

func main() {
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	newReporter(*on).report()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
