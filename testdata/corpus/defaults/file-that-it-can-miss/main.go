// Command file-that-it-can-miss is a server that runs without settings, too, and
// reports only where somebody wrote some.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

type config struct {
	DisableTelemetry bool `json:"disable_telemetry"`
}

func main() {
	text, err := os.ReadFile("/etc/file-that-it-can-miss/config.json")
	c := &config{}
	if err == nil && json.Unmarshal(text, c) == nil && !c.DisableTelemetry {
		go sendTelemetry()
	}
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:/etc/file-that-it-can-miss/config.json
}
