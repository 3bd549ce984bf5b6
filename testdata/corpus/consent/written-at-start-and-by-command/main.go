// Command written-at-start-and-by-command writes down at its first start that
// it sends nothing; a command changes that.
package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func file() string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "tool", "mode")
}

func write(mode string) { _ = os.WriteFile(file(), []byte(mode), 0o600) }

func main() {
	mode, err := os.ReadFile(file())
	if err != nil {
		write("off")
	}
	if len(os.Args) > 1 && os.Args[1] == "on" {
		write("on")
		return
	}
	if string(mode) == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:mode
}
