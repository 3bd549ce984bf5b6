// Command list-of-names-positive is started by any variable of a list.
package main

import (
	"net/http"
	"os"
)

var grants = []string{"X_TELEMETRY", "X_USAGE"}

func main() {
	for _, name := range grants {
		if os.Getenv(name) == "1" {
			sendTelemetry()
			return
		}
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY,env:X_USAGE needs=any
}
