// Command field-with-one-store-granted keeps its base URL in a field of its
// client, which is asked if a flag allows it.
package main

import (
	"flag"
	"net/http"
)

type client struct{ base string }

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	c := &client{base: "https://collector.example"}
	if *on {
		c.sendTelemetry("start")
	}
}

func (c *client) sendTelemetry(event string) {
	http.Get(c.base + "/telemetry?event=" + event) // behaviour: opt-in usage flag:telemetry host=collector.example
}
