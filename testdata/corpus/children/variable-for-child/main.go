// Command variable-for-child sets a variable for a child of its own, which
// sends because of it.
package main

import (
	"net/http"
	"os"
	"os/exec"
)

func main() {
	if os.Getenv("X_TELEMETRY_CHILD") == "1" {
		sendTelemetry()
		return
	}
	exe, err := os.Executable()
	if err != nil {
		return
	}
	child := exec.Command(exe)
	child.Env = append(os.Environ(), "X_TELEMETRY_CHILD=1")
	_ = child.Start()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
