// Command answer-of-child asks another program whether it reports usage, which is not the user.
package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
)

func main() {
	var stdout bytes.Buffer
	cmd := exec.Command("compiler", "settings", "-json")
	cmd.Stdout = &stdout
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return
	}
	var settings struct{ Telemetry bool }
	if err := json.Unmarshal(stdout.Bytes(), &settings); err != nil {
		return
	}
	if settings.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
