// Command round-tripper-real hands the default transport to a library.
package main

import (
	"net/http"

	"example.org/corpus/injected/round-tripper-real/trip"
)

func main() {
	req, err := http.NewRequest("GET", "https://collector.example/telemetry", nil)
	if err != nil {
		return
	}
	trip.Once(http.DefaultTransport, req) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
