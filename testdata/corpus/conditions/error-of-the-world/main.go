// Command error-of-the-world sends what failed: an error is a condition,
// nobody's consent.
package main

import (
	"net/http"
	"os"
)

func main() {
	if _, err := os.ReadDir("/"); err != nil {
		sendCrashReport()
	}
}

func sendCrashReport() {
	http.Get("https://crash.example/crash-reports") // behaviour: unconditional crash // finding: telemetry/no-consent
}
