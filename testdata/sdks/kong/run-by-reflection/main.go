// Command run-by-reflection has a kong command that kong calls by reflection.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

type serve struct {
	Telemetry bool `help:"Send usage data."`
}

// Run serves.
func (s *serve) Run() error {
	if s.Telemetry {
		sendTelemetry()
	}
	return nil
}

var cli struct {
	Serve serve `cmd:"" help:"Serve."`
}

func main() {
	ctx := kong.Parse(&cli)
	ctx.FatalIfErrorf(ctx.Run())
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
