// Command telemetry-without-client has a telemetry package whose client is
// never assigned.
package main

import "example.org/corpus/decoys/telemetry-without-client/internal/telemetry"

// no behaviours

func main() {
	c := telemetry.New()
	c.Send("start")
}
