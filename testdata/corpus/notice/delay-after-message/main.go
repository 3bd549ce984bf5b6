// Command delay-after-message prints a notice and sends a quarter of an hour
// later.
package main

import (
	"net/http"
	"time"
)

func main() {
	println("This program collects usage data in 15 minutes. Press Ctrl-C to stop it.")
	go func() {
		time.Sleep(15 * time.Minute)
		sendTelemetry()
	}()
	select {}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/notice-is-not-consent
}
