// Command ill-typed imports a package that does not type-check: that package is
// listed, and everything else is audited.
package main

import (
	"net/http"

	"example.org/ill-typed/broken"
)

func main() {
	sendTelemetry()
	broken.Work()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // audit-finding: telemetry/no-consent
}
