// Command string-table-on keeps its defaults in a table of strings, which says
// on.
package main

import (
	"net/http"
	"os"
	"strings"
)

var defaults = map[string]string{
	"colour":    "off",
	"telemetry": "on",
}

func get(key string) string {
	if v := os.Getenv("X_" + strings.ToUpper(key)); v != "" {
		return v
	}
	return defaults[key]
}

func main() {
	if get("telemetry") == "on" { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_TELEMETRY
}
