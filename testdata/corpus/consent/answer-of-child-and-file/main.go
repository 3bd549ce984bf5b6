// Command answer-of-child-and-file asks another program whether it reports usage, and the user in a file.
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
	out, err := exec.Command("compiler", "settings", "-json").Output()
	if err != nil {
		return
	}
	var settings struct{ Telemetry bool }
	if err := json.Unmarshal(out, &settings); err != nil {
		return
	}
	if settings.Telemetry && mode() == "on" {
		sendTelemetry()
	}
}

func mode() string {
	base, err := os.UserConfigDir()
	if err != nil {
		return "off"
	}
	data, err := os.ReadFile(filepath.Join(base, "tool", "mode"))
	if err != nil {
		return "off"
	}
	return strings.TrimSpace(string(data))
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:~/.config/tool/mode
}
