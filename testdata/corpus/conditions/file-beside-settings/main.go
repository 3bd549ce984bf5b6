// Command file-beside-settings reports if a file of the user's is there. It reads
// settings from another file, which have no part in that.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type config struct{ Colour string }

func main() {
	home, _ := os.UserHomeDir()
	var c config
	if text, err := os.ReadFile(filepath.Join(home, ".tool.json")); err == nil && json.Unmarshal(text, &c) != nil {
		os.Exit(1)
	}
	println("\x1b[" + c.Colour)
	if _, err := os.Stat(filepath.Join(home, ".tool-telemetry")); err != nil {
		return
	}
	sendTelemetry(c.Colour)
}

func sendTelemetry(colour string) {
	http.Get("https://collector.example/telemetry?colour=" + colour) // behaviour: opt-in usage file:.tool-telemetry
}
