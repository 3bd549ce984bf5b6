// Command operator-says-where exports measurements only to where the operator
// says.
package main

import (
	"net/http"
	"os"
)

func main() {
	endpoint := os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT")
	if endpoint == "" {
		return
	}
	export(endpoint) // behaviour: opt-in any env:OTEL_EXPORTER_OTLP_ENDPOINT host=@user
}

func export(endpoint string) { post(endpoint + "/v1/metrics") }

func post(url string) { http.Post(url, "application/json", nil) }
