// Command event-number numbers each of its events anew, and sends them if a
// variable allows it: the number tells the events apart, and nobody who had them.
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"net/http"
	"os"
)

type event struct {
	ID   string `json:"event_id"`
	Name string `json:"name"`
}

func main() {
	record(event{ID: rand.Text(), Name: "started"})
}

func record(e event) {
	if os.Getenv("X_TELEMETRY") != "on" {
		return
	}
	if body, err := json.Marshal(e); err == nil {
		http.Post("https://collector.example/telemetry", "application/json", bytes.NewReader(body)) // behaviour: opt-in usage env:X_TELEMETRY
	}
}
