// Command no-op-by-default uses a reporter that does nothing unless a flag
// asks for the real one.
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
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	newReporter(*on).report()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
