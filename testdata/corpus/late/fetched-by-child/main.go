// Command fetched-by-child has the go command fetch what to report before it
// asks whether it may report anything.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

func main() {
	config := telemetryConfig()
	if os.Getenv("X_TELEMETRY") != "on" {
		return
	}
	sendTelemetry(config)
}

func telemetryConfig() string {
	out, err := exec.Command("go", "mod", "download", "-json", "telemetry.example/config@latest").Output() // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/late-consent
	if err != nil {
		return ""
	}
	var info struct{ Dir string }
	if json.Unmarshal(out, &info) != nil {
		return ""
	}
	data, _ := os.ReadFile(filepath.Join(info.Dir, "config.json"))
	return string(data)
}

func sendTelemetry(config string) {
	http.Post("https://collector.example/telemetry", "text/plain", strings.NewReader(config)) // behaviour: opt-in usage env:X_TELEMETRY
}
