// Command connection-dialled dials its collector and hands the connection to a
// library.
package main

import (
	"net"

	"example.org/corpus/injected/connection-dialled/wire"
)

func main() { sendTelemetry() }

func sendTelemetry() {
	c, err := net.Dial("tcp", "collector.example:4000") // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
	if err != nil {
		return
	}
	defer c.Close()
	wire.Write(c, []byte("start"))
}
