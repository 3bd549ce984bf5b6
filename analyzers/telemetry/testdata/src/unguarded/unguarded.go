// Package main sends whatever anybody says.
package main

import (
	"net/http"
	"os"
)

func main() {
	sendTelemetry()
	download()
}

func sendTelemetry() {
	http.Get("https://telemetry.example.org/start") // want `^usage report to telemetry.example.org without anybody's consent; no switch stops it; .*\(telemetry/no-consent\)$`
	if os.Getenv("X_TELEMETRY") == "1" {
		http.Get("https://telemetry.example.org/more")
	}
}

// download has no purpose that anything shows: listed, and no finding.
func download() {
	http.Get("https://files.example.org/index")
}
