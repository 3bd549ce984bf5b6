// Package library is judged by what it exports.
package library

import "net/http"

// SendTelemetry sends whoever calls it.
func SendTelemetry() {
	http.Get("https://telemetry.example.org/start") // want `\(telemetry/no-consent\)$`
}

// SendTelemetryIf leaves it to the caller.
func SendTelemetryIf(allowed bool) {
	if allowed {
		http.Get("https://telemetry.example.org/allowed")
	}
}

func telemetryNobodyCalls() {
	http.Get("https://telemetry.example.org/dead")
}
