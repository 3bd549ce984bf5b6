// Command url-struct fills a URL field by field.
package main

import (
	"net/http"
	"net/url"
)

func main() { sendTelemetry() }

func sendTelemetry() {
	u := url.URL{Scheme: "https"}
	u.Host = "collector.example"
	u.Path = "/telemetry"
	http.Get(u.String()) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
