// Command goroutine-closure sends from a goroutine, behind a variable that
// refuses.
package main

import (
	"net/http"
	"os"
)

func main() {
	done := make(chan struct{})
	if os.Getenv("X_NO_TELEMETRY") == "" { // finding: optout/opt-out-env-only
		go func() {
			defer close(done)
			sendTelemetry()
		}()
	} else {
		close(done)
	}
	<-done
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_TELEMETRY
}
