// Command encoded hides its URL in base64.
package main

import (
	"encoding/base64"
	"net/http"
)

func main() { sendTelemetry() }

func sendTelemetry() {
	b, _ := base64.StdEncoding.DecodeString("aHR0cHM6Ly9jb2xsZWN0b3IuZXhhbXBsZS90ZWxlbWV0cnk=")
	http.Get(string(b)) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
