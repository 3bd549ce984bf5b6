// Command level-written-by-the-program writes down on the first run that all is
// to be reported, and asks that file from then on.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
)

type settings struct {
	Reports string `json:"reports"` // all, crashes or none
}

func main() {
	home, _ := os.UserHomeDir()
	file := filepath.Join(home, ".tool", "settings.json")
	text, err := os.ReadFile(file)
	if err != nil {
		fmt.Println("This program reports what it is used for. See settings.json.")
		text, _ = json.Marshal(settings{Reports: "all"}) // finding: optout/self-granted@main.go
		os.WriteFile(file, text, 0o600)
		return
	}
	var s settings
	if json.Unmarshal(text, &s) == nil && s.Reports == "all" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:reports
}
