// Command request-and-doer-real hands the real client and a request to a
// library that sends what it gets.
package main

import (
	"net/http"

	"example.org/corpus/injected/request-and-doer-real/sender"
)

func main() {
	req, err := http.NewRequest("GET", "https://collector.example/telemetry", nil)
	if err != nil {
		return
	}
	sender.Send(http.DefaultClient, req) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
