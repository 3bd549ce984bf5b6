// Command request-and-doer-fake hands a client that only prints to a library
// that sends what it gets.
package main

import (
	"errors"
	"net/http"

	"example.org/corpus/injected/request-and-doer-fake/sender"
)

// no behaviours

type printer struct{}

func (printer) Do(r *http.Request) (*http.Response, error) {
	println(r.URL.Path)
	return nil, errors.New("offline")
}

func main() {
	req, err := http.NewRequest("GET", "https://collector.example/telemetry", nil)
	if err != nil {
		return
	}
	sender.Send(printer{}, req)
}
