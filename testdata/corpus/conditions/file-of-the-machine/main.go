// Command file-of-the-machine sends where a file that every machine has names
// the distribution: nobody's decision.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	text, err := os.ReadFile("/etc/os-release")
	if err != nil {
		return
	}
	if strings.Contains(string(text), "ID=debian") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
