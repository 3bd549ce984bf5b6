// Command supplied has a kong command that gets the settings that all commands
// share.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

type globals struct {
	Telemetry bool `default:"true" negatable:""` // finding: optout/default-on
}

type serve struct{}

// Run serves.
func (serve) Run(g *globals) error {
	if g.Telemetry {
		sendTelemetry()
	}
	return nil
}

var cli struct {
	globals
	Serve serve `cmd:""`
}

func main() {
	ctx := kong.Parse(&cli)
	ctx.FatalIfErrorf(ctx.Run(&cli.globals))
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry trigger=command:serve
}
