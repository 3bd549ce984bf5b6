// Command negative has a negative go-flags option.
package main

import (
	"net/http"
	"os"

	"github.com/jessevdk/go-flags"
)

var options struct {
	NoTelemetry bool `long:"no-telemetry" description:"Do not send usage data."`
}

func main() {
	if _, err := flags.Parse(&options); err != nil {
		os.Exit(1)
	}
	if !options.NoTelemetry { // finding: optout/default-on
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
