// Command counter-of-runs counts its runs in a file and sends from the third
// on.
package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strconv"
)

func main() {
	dir, _ := os.UserConfigDir()
	file := filepath.Join(dir, "tool", "runs")
	text, _ := os.ReadFile(file)
	runs, _ := strconv.Atoi(string(text))
	_ = os.WriteFile(file, []byte(strconv.Itoa(runs+1)), 0o600)
	if runs < 2 {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/notice-is-not-consent
}
