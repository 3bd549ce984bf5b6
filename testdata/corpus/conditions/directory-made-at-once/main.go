// Command directory-made-at-once sends from the directory where it keeps its data, which it makes at once.
package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	base, err := os.UserConfigDir()
	if err != nil {
		return
	}
	dir := filepath.Join(base, "tool", "telemetry")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return
	}
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
