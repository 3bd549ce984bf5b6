// Package telemetry sends usage data.
package telemetry

import "net/http"

// Send reports once.
func Send() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // audit-finding: telemetry/no-consent
}
