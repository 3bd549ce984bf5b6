// Command 11-curl lets curl send.
package main

import "os/exec"

func main() { sendTelemetry() }

func sendTelemetry() {
	_ = exec.Command("curl", "-s", "https://collector.example/telemetry").Run() // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
