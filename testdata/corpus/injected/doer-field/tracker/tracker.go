// Package tracker knows where to send; its callers fill in with what.
package tracker

import "net/http"

// A Tracker reports by its Doer, if it has one.
type Tracker struct {
	Doer interface {
		Do(*http.Request) (*http.Response, error)
	}
}

// SendTelemetry reports the event.
func (t *Tracker) SendTelemetry(event string) {
	req, err := http.NewRequest("GET", "https://collector.example/telemetry?event="+event, nil)
	if err == nil && t.Doer != nil {
		t.Doer.Do(req) // behaviour: opt-in usage flag:telemetry
	}
}
