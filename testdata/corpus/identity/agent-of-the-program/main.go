// Command agent-of-the-program says in its agent header, if it may, which
// version of it runs on which system.
package main

import (
	"net/http"
	"os"
	"runtime"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	req, err := http.NewRequest("GET", "https://collector.example/telemetry", nil)
	if err != nil {
		return
	}
	req.Header.Set("User-Agent", "tool/1.0 ("+runtime.GOOS+")")
	http.DefaultClient.Do(req) // behaviour: opt-in usage env:X_TELEMETRY
}
