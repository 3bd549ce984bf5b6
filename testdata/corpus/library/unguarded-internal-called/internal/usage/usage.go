// Package usage reports usage.
package usage

import "net/http"

// Report sends.
func Report() {
	http.Get("https://collector.example/usage") // behaviour: unconditional usage // audit-finding: telemetry/no-consent
}
