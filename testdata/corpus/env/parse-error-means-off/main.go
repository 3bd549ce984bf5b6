// Command parse-error-means-off takes an X_TELEMETRY that does not parse for
// no.
package main

import (
	"net/http"
	"os"
	"strconv"
)

func main() {
	on, err := strconv.ParseBool(os.Getenv("X_TELEMETRY"))
	if err != nil || !on {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
