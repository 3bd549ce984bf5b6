// Command group-taken-for-granted-off reads settings that every machine has, and
// does not look whether they have the group that it wants; where they say
// so, it reports.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

type settings struct {
	Reports *reports `json:"reports"`
}

type reports struct {
	Telemetry bool `json:"telemetry"`
}

func main() {
	s := &settings{}
	text, err := os.ReadFile("/etc/machine/settings.json")
	if err != nil {
		log.Fatal(err)
	}
	if err := json.Unmarshal(text, s); err != nil {
		log.Fatal(err)
	}
	if s.Reports.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:reports.telemetry
}
