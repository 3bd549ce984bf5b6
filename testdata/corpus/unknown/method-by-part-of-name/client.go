package main

import "net/http"

type client struct{}

// DoNOTHING does nothing.
func (client) DoNOTHING() {}

// DoREPORT sends.
func (client) DoREPORT() { sendTelemetry() }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unknown usage // finding: telemetry/undecided
}
