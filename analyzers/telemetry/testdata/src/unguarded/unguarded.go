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
	http.Get("https://telemetry.example.org/start") // want `^usage report to telemetry.example.org without anybody's consent; no switch stops it, env X_TELEMETRY neither; .*\(telemetry/no-consent\)$` `in spite of env X_TELEMETRY=0; nothing on the way to it rests on that; the way that remains: main > sendTelemetry, called at unguarded/unguarded.go:10; .*\(telemetry/decoy-switch\)$`
	if os.Getenv("X_TELEMETRY") == "1" {
		http.Get("https://telemetry.example.org/more")
	}
}

// download has no purpose that anything shows: listed, and no finding.
func download() {
	http.Get("https://files.example.org/index")
}
