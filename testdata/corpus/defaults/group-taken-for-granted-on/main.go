// Command group-taken-for-granted-on reads settings that every machine has, and
// does not look whether they have the group that it wants; unless they
// refuse, it reports.
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
	DisableTelemetry bool `json:"disable_telemetry"`
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
	if !s.Reports.DisableTelemetry { // finding: optout/default-on
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:reports.disable_telemetry
}
