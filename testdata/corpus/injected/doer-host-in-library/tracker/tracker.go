// Package tracker knows where to send; its callers say with what.
package tracker

import "net/http"

// A Doer performs requests.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// SendTelemetry reports the event by d.
func SendTelemetry(d Doer, event string) {
	req, err := http.NewRequest("GET", "https://collector.example/telemetry?event="+event, nil)
	if err == nil {
		d.Do(req) // behaviour: unconditional usage host=collector.example // audit-finding: telemetry/no-consent
	}
}
