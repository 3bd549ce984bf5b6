// Command once-value reads its consent once.
package main

import (
	"net/http"
	"os"
	"sync"
)

var granted = sync.OnceValue(func() bool { return os.Getenv("X_TELEMETRY") == "1" })

func main() {
	if granted() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
