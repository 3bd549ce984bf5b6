// Command other-package-positive asks another package, which asks a variable
// that says yes.
package main

import (
	"net/http"

	"example.org/corpus/predicates/other-package-positive/internal/consent"
)

func main() {
	if !consent.Granted() {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
