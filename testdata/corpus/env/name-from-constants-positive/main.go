// Command name-from-constants-positive puts the name of the variable that
// allows it together from constants.
package main

import (
	"net/http"
	"os"
	"strings"
)

const prefix = "X_"

func variable(name string) string { return prefix + strings.ToUpper(name) }

func main() {
	if os.Getenv(variable("telemetry")) != "" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
