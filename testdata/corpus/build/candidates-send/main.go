// Command candidates-send sends from release candidates, whatever its flag
// says, and from releases if that allows it: what is installed is a release.
package main

import (
	"flag"
	"net/http"
	"strings"
)

// version is set by the linker.
var version = "1.0"

var candidate = strings.Contains(version, "-rc.")

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on || candidate {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
