// Command round-tripper-fake hands a transport that answers by itself to a
// library.
package main

import (
	"net/http"

	"example.org/corpus/injected/round-tripper-fake/trip"
)

// no behaviours

type offline struct{}

func (offline) RoundTrip(r *http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: http.StatusNoContent, Body: http.NoBody, Request: r}, nil
}

func main() {
	req, err := http.NewRequest("GET", "https://collector.example/telemetry", nil)
	if err != nil {
		return
	}
	trip.Once(offline{}, req)
}
