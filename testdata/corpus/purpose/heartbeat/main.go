// Command heartbeat tells a server every minute that it is alive.
package main

import (
	"net/http"
	"time"
)

func main() {
	for range time.Tick(time.Minute) {
		sendHeartbeat()
	}
}

func sendHeartbeat() {
	http.Get("https://status.example/heartbeat") // behaviour: unconditional heartbeat // finding: telemetry/no-consent
}
