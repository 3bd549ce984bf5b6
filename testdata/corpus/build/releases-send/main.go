// Command releases-send sends from every release, whatever its flag says.
package main

import (
	"flag"
	"net/http"
	"strings"
)

// version is set by the linker.
var version = "dev"

var release = !strings.Contains(version, "dev")

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on || release {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/decoy-switch
}
