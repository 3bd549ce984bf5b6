// Command gate-function-passed-by reports if its gate says yes, which its
// policy names, or if it is to talk much.
package main

import (
	"encoding/json"
	"net/http"
	"os"
)

type settings struct{ Usage, Verbose bool }

// allowed reports whether the user has allowed reports.
func allowed(s *settings) bool { return s.Usage }

func load() *settings {
	s := &settings{}
	if b, err := os.ReadFile("/etc/gate-function-passed-by/settings.json"); err == nil {
		_ = json.Unmarshal(b, s)
	}
	return s
}

func main() {
	if s := load(); allowed(s) || s.Verbose {
		sendTelemetry()
	}
}

func sendTelemetry() {
	go http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:Usage,config:Verbose needs=any // audit-finding: telemetry/consent-not-held
}
