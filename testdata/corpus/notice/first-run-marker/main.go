// Command first-run-marker prints a notice on the first run and sends from the
// second on.
package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	dir, _ := os.UserConfigDir()
	marker := filepath.Join(dir, "tool", "notice-shown")
	if _, err := os.Stat(marker); err != nil {
		println("This program collects usage data.")
		_ = os.WriteFile(marker, nil, 0o600)
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/notice-is-not-consent
}
