// Package main sends before main.
package main

import (
	"net/http"
	"os"
)

var sent, _ = http.Get("https://telemetry.example.org/variable") // want `^usage report to telemetry.example.org while the package is initialised, .*\(telemetry/init-time\)$`

func init() {
	http.Get("https://telemetry.example.org/init") // want `\(telemetry/init-time\)$`
}

func init() {
	if os.Getenv("X_TELEMETRY") == "1" {
		http.Get("https://telemetry.example.org/asked")
	}
}

func main() { _ = sent }
