// Command facade-without-sender calls a facade everywhere into which nobody
// installs a sender.
package main

import "example.org/corpus/decoys/facade-without-sender/internal/telemetry"

// no behaviours

func main() {
	telemetry.Track("start")
	telemetry.Track("stop")
}
