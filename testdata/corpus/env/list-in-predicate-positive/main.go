// Command list-in-predicate-positive asks a predicate that walks a list of
// variables that allow it.
package main

import (
	"net/http"
	"os"
)

func optedIn(names ...string) bool {
	for _, name := range names {
		if os.Getenv(name) == "1" {
			return true
		}
	}
	return false
}

func main() {
	if optedIn("X_TELEMETRY", "X_USAGE") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY,env:X_USAGE needs=any
}
