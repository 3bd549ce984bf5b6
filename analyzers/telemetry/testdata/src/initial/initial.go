// Package main sends before main.
package main

import (
	"net/http"
	"os"
)

var sent = sendTelemetry()

var asked = sendTelemetryIf()

func sendTelemetry() bool {
	http.Get("https://telemetry.example.org/start") // want `^usage report to telemetry.example.org while the package is initialised, .*\(telemetry/init-time\)$` `in spite of env X_TELEMETRY=0; nothing on the way .*\(telemetry/decoy-switch\)$`
	return true
}

func sendTelemetryIf() bool {
	if os.Getenv("X_TELEMETRY") != "1" {
		return false
	}
	http.Get("https://telemetry.example.org/asked")
	return true
}

func main() {
	println(sent, asked)
}
