// Command no-default has a kong flag without default.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

var cli struct {
	Telemetry bool `help:"Send usage data."`
}

func main() {
	kong.Parse(&cli)
	if cli.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
