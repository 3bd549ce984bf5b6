// Command data-of-the-logged-in sends data of those who are logged in, and
// an empty message of all others.
package main

import (
	"bytes"
	"net/http"
	"os"
)

func main() {
	meta := []byte("user=nobody&version=1.0")
	if _, err := os.Stat("session"); err != nil {
		meta = nil
	}
	sendTelemetry(meta)
}

func sendTelemetry(meta []byte) {
	http.Post("https://collector.example/telemetry", "text/plain", bytes.NewReader(meta)) // behaviour: unconditional usage // finding: telemetry/no-consent
}
