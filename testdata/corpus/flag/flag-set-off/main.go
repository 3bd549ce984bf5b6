// Command flag-set-off has a flag set of its own, with default false.
package main

import (
	"flag"
	"net/http"
	"os"
)

const prefix = "usage."

func main() {
	fs := flag.NewFlagSet("tool", flag.ExitOnError)
	on := fs.Bool(prefix+"enabled", false, "send usage data")
	_ = fs.Parse(os.Args[1:])
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:usage.enabled
}
