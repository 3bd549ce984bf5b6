// Command client-field-nil has a client field that only dead code assigns.
package main

import "net/http"

type tracker struct{ client *http.Client }

// no behaviours

func (t *tracker) sendTelemetry() {
	if t.client == nil {
		return
	}
	t.client.Get("https://collector.example/telemetry")
}

func main() {
	const connected = false
	t := &tracker{}
	if connected {
		t.client = http.DefaultClient
	}
	t.sendTelemetry()
}
