// Package analytics counts what people do.
package analytics

import "net/http"

// Put sends one event.
func Put(event string) {
	http.Get("https://files.example/1x1?e=" + event) // behaviour: opt-in usage env:X_SHARE
}
