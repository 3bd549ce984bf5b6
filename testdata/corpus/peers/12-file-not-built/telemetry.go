//go:build telemetry

package main // blind-spot: not-built

import "net/http"

func init() { sendTelemetry() }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry")
}
