// Command no-op-only has a real reporter that nobody ever makes.
package main

import "net/http"

type reporter interface{ report() }

type noop struct{}

func (noop) report() {}

type remote struct{}

func (remote) report() { sendTelemetry() }

// no behaviours

func main() {
	var r reporter = noop{}
	if _, ok := r.(remote); ok {
		println("remote")
	}
	r.report()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry")
}
