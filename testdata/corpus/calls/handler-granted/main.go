// Command handler-granted sends whenever somebody loads a page, if a flag
// allows it.
package main

import (
	"flag"
	"log"
	"net/http"
)

type server struct{ telemetry bool }

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.telemetry {
		sendTelemetry()
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	log.Fatal(http.ListenAndServe("localhost:8080", &server{telemetry: *on}))
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry trigger=request
}
