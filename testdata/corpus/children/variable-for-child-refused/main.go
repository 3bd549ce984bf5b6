// Command variable-for-child-refused sets a variable for a child of its own
// unless another variable says no.
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
	if os.Getenv("DO_NOT_TRACK") != "" { // finding: optout/opt-out-env-only
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
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:DO_NOT_TRACK
}
