// Command negative-parse-error-dropped sends unless X_NO_TELEMETRY parses as
// true; unset parses as false.
package main

import (
	"net/http"
	"os"
	"strconv"
)

func main() {
	off, _ := strconv.ParseBool(os.Getenv("X_NO_TELEMETRY"))
	if off { // finding: optout/opt-out-env-only
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_TELEMETRY
}
