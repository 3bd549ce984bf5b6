// Command flag-set has a flag set of its own, and the flag's name is computed.
package main

import (
	"flag"
	"net/http"
	"os"
)

const prefix = "usage."

func main() {
	fs := flag.NewFlagSet("tool", flag.ExitOnError)
	on := fs.Bool(prefix+"enabled", true, "send usage data") // finding: optout/default-on
	_ = fs.Parse(os.Args[1:])
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:usage.enabled
}
