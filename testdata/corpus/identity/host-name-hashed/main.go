// Command host-name-hashed sends a hash of the host's name with what it counts, by way of a struct.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"os"
)

type event struct {
	Machine string `json:"machine"`
	Version string `json:"version"`
}

func main() {
	if os.Getenv("X_TELEMETRY") == "on" {
		sendTelemetry(event{Machine: machine(), Version: "1.0"})
	}
}

// machine tells machines apart.
func machine() string {
	name, _ := os.Hostname() // finding: identity/host-identity
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:8])
}

func sendTelemetry(e event) {
	body, _ := json.Marshal(e)
	http.Post("https://collector.example/telemetry", "application/json", bytes.NewReader(body)) // behaviour: opt-in usage env:X_TELEMETRY
}
