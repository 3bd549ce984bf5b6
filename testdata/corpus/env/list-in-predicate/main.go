// Command list-in-predicate asks a predicate that walks a list of names.
package main

import (
	"net/http"
	"os"
)

func optedOut(names ...string) bool {
	for _, name := range names {
		if os.Getenv(name) != "" {
			return true
		}
	}
	return false
}

func main() {
	if !optedOut("DO_NOT_TRACK", "X_NO_TELEMETRY") { // finding: optout/opt-out-env-only@main.go
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:DO_NOT_TRACK,env:X_NO_TELEMETRY needs=any
}
