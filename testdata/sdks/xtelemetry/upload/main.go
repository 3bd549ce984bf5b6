// Command upload uploads counters once the user has turned the mode file to
// on.
package main

import "golang.org/x/telemetry"

func main() {
	telemetry.Start(telemetry.Config{Upload: true}) // behaviour: opt-in usage file
}
