// Command ssh-remote reports over ssh, if a variable allows it.
package main

import (
	"os"
	"os/exec"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "1" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	_ = exec.Command("ssh", "collector.example", "report").Run() // behaviour: opt-in usage env:X_TELEMETRY host=collector.example
}
