// Command credential needs a key that only the user has: the key is a switch,
// unset on a fresh install.
package main

import (
	"net/http"
	"os"
)

func main() { sendTelemetry() }

func sendTelemetry() {
	key := os.Getenv("X_TELEMETRY_KEY")
	if key == "" {
		return
	}
	req, err := http.NewRequest("POST", "https://collector.example/telemetry", nil)
	if err != nil {
		return
	}
	req.Header.Set("Authorization", "Bearer "+key)
	http.DefaultClient.Do(req) // behaviour: opt-in usage env:X_TELEMETRY_KEY host=collector.example
}
