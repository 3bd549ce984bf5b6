// Command field-of-the-world sends if a struct that it got from the system has something in a field.
package main

import (
	"net"
	"net/http"
)

func main() {
	cards, _ := net.Interfaces()
	for _, card := range cards {
		if len(card.HardwareAddr) > 0 {
			sendTelemetry()
			return
		}
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
