// Command in-either-file reports if a line of one of two files allows it, and its
// policy says so.
package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

type settings struct{ Telemetry bool }

func main() {
	var s settings
	home, _ := os.UserHomeDir()
	s.read(filepath.Join(home, ".toolrc"))
	s.read(filepath.Join(home, ".config", "tool", "rc"))
	if s.Telemetry {
		sendTelemetry()
	}
}

func (s *settings) read(file string) {
	text, err := os.ReadFile(file)
	if err != nil {
		return
	}
	for line := range strings.Lines(string(text)) {
		if strings.TrimSpace(line) == "telemetry: on" {
			s.Telemetry = true
		}
	}
}

func sendTelemetry() {
	go http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:.toolrc,file:rc needs=any
}
