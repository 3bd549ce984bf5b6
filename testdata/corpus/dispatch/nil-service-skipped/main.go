// Command nil-service-skipped has a manager that skips services whose
// constructor returned nothing.
package main

import (
	"flag"
	"net/http"
)

type service interface{ run() }

type usage struct{}

func (*usage) run() { sendTelemetry() }

func newUsage(on bool) (service, error) {
	if !on {
		return nil, nil
	}
	return &usage{}, nil
}

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	s, err := newUsage(*on)
	if err != nil || s == nil {
		return
	}
	s.run()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
