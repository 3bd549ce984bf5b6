// Command own-executable-granted runs itself once more with a command that
// sends, if a flag allows it.
package main

import (
	"flag"
	"net/http"
	"os"
	"os/exec"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if flag.Arg(0) == "send-telemetry" {
		sendTelemetry()
		return
	}
	if exe, err := os.Executable(); err == nil && *on {
		_ = exec.Command(exe, "send-telemetry").Start()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry,command:send-telemetry needs=any
}
