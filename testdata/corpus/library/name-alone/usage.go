// Package usage is a library alone: its callers give the name of their product,
// and get nothing done without one. That is no word by which anybody says no.
package usage

import (
	"net/http"
	"net/url"
)

// Settings are the caller's.
type Settings struct{ Product string }

// Report sends the name.
func Report(s Settings) {
	if s.Product == "" {
		return
	}
	http.Get("https://collector.example/usage?product=" + url.QueryEscape(s.Product)) // behaviour: unconditional usage // finding: telemetry/no-consent
}
