// Package transport sends.
package transport

import "net/http"

// SendUsage sends one event.
func SendUsage(event string) {
	http.Get("https://collector.example/usage?event=" + event) // behaviour: opt-in usage env:X_USAGE
}
