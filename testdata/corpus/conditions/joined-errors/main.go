// Command joined-errors sends unless one of several things went wrong, which is
// nobody's decision.
package main

import (
	"errors"
	"net/http"
	"os"
)

func main() {
	if err := errors.Join(os.Chdir("/"), os.Setenv("LANG", "C")); err != nil {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
