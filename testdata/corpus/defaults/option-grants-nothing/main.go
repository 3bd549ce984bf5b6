// Command option-grants-nothing builds its client with options; the literal
// that sends is no switch.
package main

import "net/http"

type client struct{ telemetry bool }

type option func(*client)

func withTelemetry(on bool) option { return func(c *client) { c.telemetry = on } }

func newClient(options ...option) *client {
	c := &client{telemetry: true}
	for _, o := range options {
		o(c)
	}
	return c
}

func (c *client) sendTelemetry() {
	if c.telemetry {
		http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
	}
}

func main() {
	newClient().sendTelemetry()
	_ = withTelemetry
}
