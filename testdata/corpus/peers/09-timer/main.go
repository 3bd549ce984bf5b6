// Command 09-timer sends an hour from now: who sets the timer owns the send.
package main

import (
	"net/http"
	"time"
)

func main() {
	time.AfterFunc(time.Hour, sendTelemetry)
	select {}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage trigger=timer // finding: telemetry/no-consent
}
