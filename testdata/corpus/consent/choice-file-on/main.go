// Command choice-file-on reads a choice from a file; no file is no choice,
// and only who chose out is left in peace.
package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

type choice int

const (
	undecided choice = iota
	optIn
	optOut
)

func readOrEmpty(file string) string {
	b, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(b))
}

func parse(text string) choice {
	switch text {
	case "in":
		return optIn
	case "out":
		return optOut
	}
	return undecided
}

func main() {
	dir, _ := os.UserConfigDir()
	c := parse(readOrEmpty(filepath.Join(dir, "tool", "telemetry-choice")))
	if c != optOut { // finding: optout/default-on@main.go
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage file:telemetry-choice
}
