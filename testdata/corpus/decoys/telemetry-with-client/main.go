// Command telemetry-with-client has a telemetry package whose client is
// assigned where it is made.
package main

import "example.org/corpus/decoys/telemetry-with-client/internal/telemetry"

func main() {
	c := telemetry.New()
	c.Send("start") // vet-finding: telemetry/no-consent
}
