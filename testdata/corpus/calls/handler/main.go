// Command handler sends whenever somebody loads a page.
package main

import (
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		sendTelemetry()
		w.WriteHeader(http.StatusNoContent)
	})
	log.Fatal(http.ListenAndServe("localhost:8080", nil))
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage trigger=request // finding: telemetry/no-consent
}
