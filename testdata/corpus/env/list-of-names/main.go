// Command list-of-names is silenced by any variable of a list.
package main

import (
	"net/http"
	"os"
)

var vetoes = []string{"DO_NOT_TRACK", "X_NO_TELEMETRY"}

func main() {
	for _, name := range vetoes {
		if os.Getenv(name) != "" { // finding: optout/opt-out-env-only
			return
		}
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:DO_NOT_TRACK,env:X_NO_TELEMETRY needs=any
}
