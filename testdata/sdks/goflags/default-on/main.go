// Command default-on has a go-flags option whose tag says on.
package main

import (
	"net/http"
	"os"

	"github.com/jessevdk/go-flags"
)

var options struct {
	Telemetry string `long:"telemetry" env:"X_TELEMETRY" default:"on" choice:"on" choice:"off"` // finding: optout/default-on
}

func main() {
	if _, err := flags.Parse(&options); err != nil {
		os.Exit(1)
	}
	if options.Telemetry == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry,env:X_TELEMETRY needs=any
}
