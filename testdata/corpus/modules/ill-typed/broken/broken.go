// Package broken does not type-check.
package broken

import "net/http"

// Work has no type error of its own, and is audited.
func Work() {
	http.Get("https://collector.example/usage") // behaviour: unconditional usage // audit-finding: telemetry/no-consent
}

// Count does not return what it says.
func Count() int { return "three" }
