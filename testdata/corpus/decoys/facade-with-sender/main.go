// Command facade-with-sender calls a facade everywhere, into which it
// installs a sender at the start.
package main

import "example.org/corpus/decoys/facade-with-sender/internal/telemetry"

func main() {
	telemetry.Install(telemetry.Remote)
	telemetry.Track("start") // vet-finding: telemetry/no-consent
	telemetry.Track("stop")
}
