// Command map-of-environment-positive puts the environment into a map and asks
// that; one variable agrees.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	env := map[string]string{}
	for _, entry := range os.Environ() {
		if parts := strings.SplitN(entry, "=", 2); len(parts) == 2 {
			env[parts[0]] = parts[1]
		}
	}
	if env["TOOL_TELEMETRY"] == "yes" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:TOOL_TELEMETRY
}
