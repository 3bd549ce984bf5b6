// Command agent-of-the-machine says in its agent header, if it may, which
// processor and host it runs on.
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
	host, _ := os.Hostname()
	req.Header.Set("User-Agent", "tool ("+runtime.GOOS+"; "+host+")") // finding: identity/host-identity@main.go
	http.DefaultClient.Do(req)                                        // behaviour: opt-in usage env:X_TELEMETRY
}
