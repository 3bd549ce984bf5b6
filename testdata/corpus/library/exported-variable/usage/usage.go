// Package usage reports usage unless a caller sets a variable.
package usage

import "net/http"

// Enabled can be set to false by a caller.
var Enabled = true

// Report sends if Enabled.
func Report() {
	if Enabled {
		http.Get("https://collector.example/usage") // behaviour: unconditional usage // audit-finding: telemetry/no-consent
	}
}
