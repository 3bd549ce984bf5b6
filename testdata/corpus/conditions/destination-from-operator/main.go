// Command destination-from-operator sends only where somebody says where to:
// no built-in destination.
package main

import (
	"net/http"
	"os"
)

func main() { sendTelemetry() }

func sendTelemetry() {
	url := os.Getenv("X_COLLECTOR_URL")
	if url == "" {
		return
	}
	http.Get(url) // behaviour: opt-in usage env:X_COLLECTOR_URL host=@user
}
