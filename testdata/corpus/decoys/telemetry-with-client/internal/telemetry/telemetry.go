// Package telemetry counts events, and posts them.
package telemetry

import "net/http"

type poster interface{ post(event string) }

type remote struct{}

func (remote) post(event string) {
	http.Get("https://collector.example/telemetry?event=" + event) // behaviour: unconditional usage // audit-finding: telemetry/no-consent
}

// Counter counts, and posts where it has a client.
type Counter struct {
	n      int
	client poster
}

// New returns a Counter with its client.
func New() *Counter { return &Counter{client: remote{}} }

// Send counts the event.
func (c *Counter) Send(event string) {
	c.n++
	if c.client != nil {
		c.client.post(event)
	}
}
