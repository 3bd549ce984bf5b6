// Command option-refuses-in-constructor builds its client with an option that
// carries a flag.
package main

import (
	"flag"
	"net/http"
)

type client struct{ telemetry bool }

type option func(*client)

func withTelemetry(on bool) option { return func(c *client) { c.telemetry = on } }

func newClient(options ...option) *client {
	c := &client{}
	for _, o := range options {
		o(c)
	}
	return c
}

func (c *client) sendTelemetry() {
	if c.telemetry {
		http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
	}
}

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	newClient(withTelemetry(*on)).sendTelemetry()
}
