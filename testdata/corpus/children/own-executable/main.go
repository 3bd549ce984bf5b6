// Command own-executable runs itself once more with a command that sends.
package main

import (
	"net/http"
	"os"
	"os/exec"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "send-telemetry" {
		sendTelemetry()
		return
	}
	if exe, err := os.Executable(); err == nil {
		_ = exec.Command(exe, "send-telemetry").Start()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
