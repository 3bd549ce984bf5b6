// Command name-from-constants puts the name of its variable together from
// constants.
package main

import (
	"net/http"
	"os"
	"strings"
)

const prefix = "X_"

func variable(name string) string { return prefix + strings.ToUpper(name) }

func main() {
	if os.Getenv(variable("no_telemetry")) != "" { // finding: optout/opt-out-env-only
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_TELEMETRY
}
