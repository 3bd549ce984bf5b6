// Command remote-procedure reports by a remote procedure.
package main

import "net/rpc"

func main() { sendTelemetry() }

func sendTelemetry() {
	c, err := rpc.DialHTTP("tcp", "collector.example:1234") // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
	if err != nil {
		return
	}
	_ = c.Call("Collector.Add", "start", nil)
	_ = c.Close()
}
