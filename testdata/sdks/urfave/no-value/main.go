// Command no-value has an urfave flag without value.
package main

import (
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

func main() {
	app := &cli.App{
		Flags: []cli.Flag{
			&cli.BoolFlag{Name: "telemetry"},
		},
		Action: func(c *cli.Context) error {
			if c.Bool("telemetry") {
				sendTelemetry()
			}
			return nil
		},
	}
	_ = app.Run(os.Args)
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
