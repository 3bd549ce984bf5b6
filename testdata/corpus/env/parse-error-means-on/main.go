// Command parse-error-means-on takes an X_TELEMETRY that does not parse, the
// unset one included, for yes.
package main

import (
	"net/http"
	"os"
	"strconv"
)

func main() {
	on, err := strconv.ParseBool(os.Getenv("X_TELEMETRY"))
	if err != nil || on { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_TELEMETRY
}
