// Command child-not-waited-for lets a child report, and goes on with its work.
package main

import (
	"flag"
	"os/exec"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		sendTelemetry()
	}
	println("working")
}

func sendTelemetry() {
	exec.Command("curl", "https://collector.example/telemetry").Start() // behaviour: opt-in usage flag:telemetry
}
