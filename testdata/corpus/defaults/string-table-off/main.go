// Command string-table-off keeps its defaults in a table of strings, which
// says off.
package main

import (
	"net/http"
	"os"
	"strings"
)

var defaults = map[string]string{
	"colour":    "on",
	"telemetry": "off",
}

func get(key string) string {
	if v := os.Getenv("X_" + strings.ToUpper(key)); v != "" {
		return v
	}
	return defaults[key]
}

func main() {
	if get("telemetry") == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
