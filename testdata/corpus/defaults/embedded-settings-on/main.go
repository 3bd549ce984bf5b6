// Command embedded-settings-on takes its settings from a file that is compiled
// in, which says yes, and those that a user's file does not name stay.
package main

import (
	_ "embed"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

//go:embed settings.json
var defaults []byte

type settings struct {
	Telemetry bool   `json:"telemetry"`
	URL       string `json:"url"`
}

func main() {
	var s settings
	if err := json.Unmarshal(defaults, &s); err != nil { // finding: optout/default-on@main.go
		panic(err)
	}
	home, _ := os.UserHomeDir()
	if text, err := os.ReadFile(filepath.Join(home, ".tool.json")); err == nil {
		json.Unmarshal(text, &s)
	}
	if s.Telemetry {
		http.Get(s.URL) // behaviour: opt-out usage config:telemetry host=collector.example
	}
}
