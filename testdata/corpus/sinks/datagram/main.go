// Command datagram sends a datagram for each event.
package main

import (
	"fmt"
	"net"
)

func main() { sendTelemetry("start") }

func sendTelemetry(event string) {
	c, err := net.Dial("udp", "collector.example:8125") // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
	if err != nil {
		return
	}
	defer c.Close()
	fmt.Fprintf(c, "%s:1|c", event)
}
