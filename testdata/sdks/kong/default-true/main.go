// Command default-true has a kong flag whose tag says true.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

var cli struct {
	Telemetry bool `default:"true" negatable:"" help:"Send usage data."` // finding: optout/default-on
}

func main() {
	kong.Parse(&cli)
	if cli.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
