// Package telemetry is where a sender is installed.
package telemetry

import "net/http"

var send func(event string)

// Install makes f the sender.
func Install(f func(event string)) { send = f }

// Track tells the sender, if there is one.
func Track(event string) {
	if send != nil {
		send(event)
	}
}

// Remote is a sender.
func Remote(event string) {
	http.Get("https://collector.example/telemetry?event=" + event) // behaviour: unconditional usage // audit-finding: telemetry/no-consent
}
