// Command doer-host-in-library hands the real client to a library that knows
// the host.
package main

import (
	"net/http"

	"example.org/corpus/injected/doer-host-in-library/tracker"
)

func main() {
	tracker.SendTelemetry(http.DefaultClient, "start") // vet-finding: telemetry/no-consent
}
