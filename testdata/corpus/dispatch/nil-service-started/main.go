// Command nil-service-started has a manager that starts the services whose
// constructor returned one.
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
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	s, err := newUsage(*on)
	if err != nil || s == nil {
		return
	}
	s.run()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
