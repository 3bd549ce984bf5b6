// Command veto-beside-grant needs a yes and honours a no: the no alone would
// be too little.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "1" && os.Getenv("DO_NOT_TRACK") == "" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
