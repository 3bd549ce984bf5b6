// Command goroutine-closure-granted sends from a goroutine, behind a variable
// that allows it.
package main

import (
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "1" {
		done := make(chan struct{})
		go func() {
			defer close(done)
			sendTelemetry()
		}()
		<-done
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
