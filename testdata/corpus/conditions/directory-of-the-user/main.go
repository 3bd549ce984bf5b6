// Command directory-of-the-user sends from the directory where it keeps its data, which the user has to make.
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
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:~/.config/tool/telemetry
}
