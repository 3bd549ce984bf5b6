// Command constructor-option-refuses overrides a constructor's default by an
// option that refuses: nothing can send.
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

func main() {
	if newClient(withTelemetry(false)).telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry")
}

// no behaviours
