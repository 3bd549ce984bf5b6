// Command field-with-one-store keeps its base URL in a field of its client.
package main

import "net/http"

type client struct{ base string }

func main() {
	c := &client{base: "https://collector.example"}
	c.sendTelemetry("start")
}

func (c *client) sendTelemetry(event string) {
	http.Get(c.base + "/telemetry?event=" + event) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
