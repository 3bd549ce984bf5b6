// Package telemetry counts events in memory.
package telemetry

type poster interface{ post(event string) }

// Counter counts, and posts where it has a client.
type Counter struct {
	n      int
	client poster
}

// New returns a Counter without client.
func New() *Counter { return &Counter{} }

// Send counts the event.
func (c *Counter) Send(event string) {
	c.n++
	if c.client != nil {
		c.client.post(event)
	}
}
