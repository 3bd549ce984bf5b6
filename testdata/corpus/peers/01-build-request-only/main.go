// Command 01-build-request-only builds a request and a mux; nothing is sent.
package main

import "net/http"

// no behaviours

func main() {
	req, err := http.NewRequest("POST", "https://collector.example/telemetry", nil)
	if err != nil {
		return
	}
	mux := http.NewServeMux()
	mux.Handle("/", http.NotFoundHandler())
	_, pattern := mux.Handler(req)
	println(req.URL.Host, pattern)
}
