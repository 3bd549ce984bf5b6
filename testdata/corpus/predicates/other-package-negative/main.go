// Command other-package-negative asks another package, which asks a variable
// that says no.
package main

import (
	"net/http"

	"example.org/corpus/predicates/other-package-negative/internal/consent"
)

func main() {
	if consent.Refused() { // finding: optout/opt-out-env-only
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_TELEMETRY
}
