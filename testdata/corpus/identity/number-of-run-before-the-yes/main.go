// Command number-of-run-before-the-yes gives each run a number of its own, which
// its events carry if a variable allows them: it is there before anybody said so.
package main

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"net/http"
	"os"
)

type client struct {
	ID   string `json:"client"`
	Name string `json:"name"`
}

func main() {
	record(client{ID: rand.Text(), Name: "started"}) // finding: identity/late-consent
}

func record(c client) {
	if os.Getenv("X_TELEMETRY") != "on" {
		return
	}
	if body, err := json.Marshal(c); err == nil {
		http.Post("https://collector.example/telemetry", "application/json", bytes.NewReader(body)) // behaviour: opt-in usage env:X_TELEMETRY
	}
}
