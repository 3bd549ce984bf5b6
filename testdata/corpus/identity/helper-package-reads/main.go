// Command helper-package-reads sends what another of its packages finds out about the machine.
package main

import (
	"net/http"
	"os"

	"example.org/corpus/identity/helper-package-reads/internal/machine"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "on" {
		http.Get("https://collector.example/telemetry?m=" + machine.Key()) // behaviour: opt-in usage env:X_TELEMETRY // audit-finding: identity/host-identity@internal/machine/machine.go // vet-finding: identity/host-identity
	}
}
