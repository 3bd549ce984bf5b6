// Package report sends.
package report

import "net/http"

// Send sends a report.
func Send() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:usage
}
