// Command positive-parse-error-dropped sends only if X_TELEMETRY parses as
// true.
package main

import (
	"net/http"
	"os"
	"strconv"
)

func main() {
	if on, _ := strconv.ParseBool(os.Getenv("X_TELEMETRY")); on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
