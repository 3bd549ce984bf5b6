// Package report sends.
package report

import "net/http"

// Format is the format of reports.
const Format = "1"

// Send sends a report.
func Send() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
